import QtQuick

SlideBase {
    id: root

    SlideHead {
        step: root.step
        words: root.words
        accent: root.accent
    }

    SlideRows {
        x: Sheet.margin
        y: Sheet.bodyY
        width: Sheet.width - Sheet.margin * 2
        rows: root.step.rows
        size: root.step.size
        words: root.words
        accent: root.accent
    }
}
