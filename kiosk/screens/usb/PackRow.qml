import QtQuick
import kiosk.design

// One pack on the stick: what it is, which version for which, how much, and what becomes of it.
Item {
    id: root

    required property string title
    required property string note
    required property string status
    required property string tone
    required property string icon

    implicitHeight: Math.max(122, words.implicitHeight + Theme.s3)

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: chip.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter

        Song {
            width: parent.width
            text: root.title
            font.pixelSize: 44
            elide: Text.ElideRight
            leading: 1.15
        }

        Label {
            width: parent.width
            text: root.note
            font.pixelSize: Theme.noteSize - 4
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }

    StatusChip {
        id: chip

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.status
        tone: root.tone
        icon: root.icon
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.rule
    }

    Accessible.role: Accessible.ListItem
    Accessible.name: [title, note, status].join(", ")
}
