import QtQuick
import kiosk.design

// A choice that shows its own colours; the one in use has an 8 px frame and the word.
Pressable {
    id: root

    property string song: ""
    property string note: ""
    property color ground
    property color words

    height: Math.max(112, Theme.touchFloor)
    name: note

    Rectangle {
        anchors.fill: parent
        color: root.ground
        border.width: root.checked ? Theme.strip : Theme.hairline
        border.color: root.checked ? Theme.ink : Theme.ink2
    }

    Row {
        anchors.centerIn: parent
        spacing: Theme.s2

        Song {
            id: word

            text: root.song
            font.pixelSize: Theme.h3
            color: root.words
            leading: 1
            anchors.verticalCenter: parent.verticalCenter
        }

        Label {
            width: Math.min(implicitWidth, root.width - word.implicitWidth - Theme.s2 - Theme.s3 * 2)
            text: root.checked ? qsTr("%1，在用").arg(root.note) : root.note
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            elide: Text.ElideRight
            font.pixelSize: Theme.meta
            color: root.words
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
