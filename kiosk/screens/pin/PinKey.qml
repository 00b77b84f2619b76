import QtQuick
import kiosk.design

// One key of the number pad: at least 40 mm of glass, ink while it is pressed.
Pressable {
    id: root

    property string text: ""
    property string icon: ""
    property bool primary: false

    readonly property color words: !enabled ? Theme.off : down ? Theme.overInk : primary ? Theme.overRed : Theme.ink

    Rectangle {
        anchors.fill: parent
        color: !root.enabled ? "transparent" : root.primary ? (root.down ? Theme.redDark : Theme.red) : root.down ? Theme.ink : Theme.sheet
        border.width: root.primary && root.enabled ? 0 : Theme.line
        border.color: root.enabled ? Theme.ink : Theme.rule
    }

    Song {
        visible: root.icon === "" && !root.primary
        anchors.centerIn: parent
        text: root.text
        font.pixelSize: Theme.question
        color: root.words
        leading: 1
    }

    Label {
        visible: root.primary
        anchors.centerIn: parent
        width: parent.width - Theme.s3
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        font.pixelSize: Theme.button
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        bold: true
        color: root.words
    }

    Icon {
        visible: root.icon !== ""
        anchors.centerIn: parent
        name: root.icon
        size: 64
        color: root.words
    }

    name: text
}
