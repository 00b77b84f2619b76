import QtQuick
import kiosk.design

// A sentence to be taken as it is; once more takes it out again.
Pressable {
    id: root

    property string text: ""

    implicitHeight: Math.max(Theme.chip, words.implicitHeight + Theme.s3 * 2)
    name: text

    Rectangle {
        anchors.fill: parent
        color: root.checked ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.hairline
        border.color: root.checked || root.down ? Theme.ink : Theme.ink2
    }

    Icon {
        id: glyph

        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: root.checked ? "check-bold" : "plus"
        size: 40
        color: root.checked ? Theme.overInk : Theme.ink
    }

    Label {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font.pixelSize: Theme.noteSize
        wrapMode: Text.Wrap
        color: root.checked ? Theme.overInk : Theme.ink
    }
}
