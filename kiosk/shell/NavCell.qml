import QtQuick
import kiosk.design

// One cell of the skirting.
Pressable {
    id: root

    property string text: ""
    property string over: ""
    property string icon: ""
    property string song: ""
    property bool lit: false

    readonly property int inset: width > 400 ? Theme.s5 : Theme.s3

    readonly property color words: !enabled ? Theme.overInkOff : lit ? Theme.ink : Theme.overInk

    implicitHeight: Theme.nav
    name: over + " " + text

    Rectangle {
        anchors.fill: parent
        color: root.lit ? Theme.paper : root.down ? Theme.inkPressed : Theme.ink
    }

    Row {
        anchors.verticalCenter: parent.verticalCenter
        x: root.width > 300 ? root.inset : Math.max(Theme.s2, (root.width - width) / 2)
        spacing: Theme.s2 + 4

        Icon {
            visible: root.icon !== ""
            width: visible ? size : 0
            name: root.icon
            size: 52
            color: root.words
            anchors.verticalCenter: parent.verticalCenter
        }

        Song {
            visible: root.song !== ""
            text: root.song
            font.pixelSize: 52
            color: root.words
            anchors.verticalCenter: parent.verticalCenter
            leading: 1
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter

            Label {
                visible: root.over !== ""
                text: root.over
                font.pixelSize: Theme.small
                color: root.enabled && !root.lit ? Theme.overInk2 : root.words
            }

            Label {
                text: root.text
                width: Math.min(implicitWidth, root.width - 68 - (root.width > 300 ? root.inset * 2 : Theme.s2 * 2))
                elide: Text.ElideRight
                font.pixelSize: Theme.label
                color: root.words
            }
        }
    }
}
