import QtQuick
import kiosk.design
import kiosk.stage

// The title above what a slide says, and the sentence under it.
Item {
    id: root

    required property var step
    property color words: Theme.artInk
    property color accent: Theme.artRed

    x: Sheet.margin
    y: Sheet.headY
    width: Sheet.width - Sheet.margin * 2
    height: Sheet.bodyY - Sheet.headY

    Song {
        id: title

        width: parent.width
        text: root.step.title
        font.pixelSize: Sheet.head
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 48
        elide: Text.ElideRight
        maximumLineCount: 1
        color: root.words
    }

    Rectangle {
        y: title.height + Theme.s2
        width: Theme.s7
        height: Theme.strip
        color: root.accent
    }

    Label {
        x: Theme.s7 + Theme.s4
        y: title.height + Theme.s2 - height / 2 + Theme.s1 / 2
        width: parent.width - x
        visible: text !== ""
        text: root.step.line
        font.pixelSize: Sheet.caption
        elide: Text.ElideRight
        color: root.words
    }
}
