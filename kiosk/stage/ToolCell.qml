import QtQuick
import kiosk.design

// One tool of the speaker: a glyph and a word on ink; chosen = paper.
Pressable {
    id: root

    property string text: ""
    property string icon: ""
    property bool lit: false

    readonly property color words: !enabled ? Theme.overInkOff : lit ? Theme.ink : Theme.overInk

    implicitHeight: Theme.nav
    name: text
    checked: lit

    Rectangle {
        anchors.fill: parent
        color: root.lit ? Theme.paper : root.down ? Theme.inkPressed : Theme.ink
    }

    Column {
        anchors.centerIn: parent
        spacing: 4

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: root.icon
            size: 48
            color: root.words
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, root.width - Theme.s1)
            text: root.text
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            color: root.words
        }
    }
}
