import QtQuick
import kiosk.design

// A programme offered in the middle of the text.
Pressable {
    id: root

    required property var block

    readonly property var card: block.card

    implicitHeight: 228 + Theme.s4 * 2
    name: qsTr("看节目：%1").arg(card.title)

    Rectangle {
        y: Theme.s4
        width: parent.width
        height: 228
        color: root.down ? Theme.inkPressed : Theme.ink
    }

    ArtFrame {
        id: art

        y: Theme.s4
        width: 228
        height: 228
        source: root.card.square
        fallback: root.card.title.charAt(0)
    }

    Column {
        anchors.left: art.right
        anchors.leftMargin: Theme.s4
        anchors.right: play.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: art.verticalCenter
        spacing: Theme.s1

        Label {
            width: parent.width
            text: root.card.series
            font.pixelSize: Theme.small
            color: Theme.overInk2
            elide: Text.ElideRight
        }

        Song {
            width: parent.width
            text: root.card.title
            font.pixelSize: Theme.h3
            color: Theme.overInk
            elide: Text.ElideRight
        }

        Label {
            width: parent.width
            text: root.card.seconds >= 60 ? qsTr("%1 分 %2 秒").arg(Math.floor(root.card.seconds / 60)).arg(root.card.seconds % 60) : qsTr("%1 秒").arg(root.card.seconds)
            font.pixelSize: Theme.meta
            color: Theme.overInk2
        }
    }

    Rectangle {
        id: play

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: art.verticalCenter
        width: 120
        height: 120
        color: Theme.sheet

        Icon {
            anchors.centerIn: parent
            name: "play"
            size: 72
            color: Theme.red
        }
    }
}
