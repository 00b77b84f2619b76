import QtQuick
import kiosk.design

// One result: its name, what it brings, and how it stands. Read only.
Item {
    id: root

    required property string title
    required property string about
    required property string gain
    required property string state_
    required property string tone

    implicitHeight: Math.max(148, words.height + Theme.s4 * 2)

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    Column {
        id: words

        y: Theme.s4
        width: parent.width - (chip.visible ? chip.width + Theme.s3 : 0)
        spacing: Theme.s1

        Song {
            width: parent.width
            text: root.title
            font.pixelSize: Theme.h3 - 4
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }

        Label {
            visible: text !== ""
            width: parent.width
            text: root.gain
            font.pixelSize: Theme.noteSize
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            text: root.about
            font.pixelSize: Theme.meta
            color: Theme.ink2
        }
    }

    StatusChip {
        id: chip

        visible: root.state_ !== ""
        anchors.right: parent.right
        y: Theme.s4
        text: root.state_
        tone: root.tone
        icon: root.tone === "done" ? "check-bold" : ""
    }
}
