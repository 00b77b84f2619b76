import QtQuick
import kiosk.design
import kiosk.stage

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
        width: Sheet.column
        rows: root.step.rows
        size: root.step.size
        words: root.words
        accent: root.accent
    }

    Rectangle {
        x: Sheet.width / 2 - width / 2
        y: Sheet.bodyY
        width: Theme.edge
        height: Sheet.bodyHeight
        color: root.accent
    }

    SlideRows {
        x: Sheet.width - Sheet.margin - Sheet.column
        y: Sheet.bodyY
        width: Sheet.column
        rows: root.step.aside
        size: root.step.size
        words: root.words
        accent: root.accent
    }
}
