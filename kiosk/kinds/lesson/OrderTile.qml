import QtQuick
import kiosk.design

// A picture to be put in order: the number of its touch stands in its corner.
Pressable {
    id: root

    property string letter: ""
    property string text: ""
    property url picture
    property string look: ""

    readonly property bool solid: look === "chosen" || look === "right"
    readonly property color ground: look === "right" ? Theme.green : look === "chosen" ? Theme.ink : down ? Theme.kraft : Theme.sheet
    readonly property color words: look === "right" ? Theme.overGreen : look === "chosen" ? Theme.overInk : look === "wrong" ? Theme.redDark : Theme.ink
    readonly property color edge: look === "right" ? Theme.green : look === "wrong" ? Theme.red : Theme.ink

    name: letter ? qsTr("%1，排第 %2").arg(text).arg(letter) : text
    checked: look === "chosen"
    Accessible.checkable: enabled

    Rectangle {
        anchors.fill: parent
        color: root.ground
    }

    ArtFrame {
        width: parent.width
        height: parent.height - 72
        source: root.picture
        alt: root.text
        fallback: root.text.charAt(0)
    }

    Label {
        anchors.bottom: parent.bottom
        x: Theme.s2
        width: parent.width - Theme.s2 * 2
        height: 72
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.text
        font.pixelSize: Theme.button
        fontSizeMode: Text.Fit
        minimumPixelSize: 22
        wrapMode: Text.Wrap
        bold: root.solid
        color: root.words
    }

    Rectangle {
        visible: root.letter !== ""
        width: 92
        height: 92
        color: root.look === "right" ? Theme.green : root.look === "wrong" ? Theme.sheet : Theme.red
        border.width: root.look === "wrong" ? Theme.section : 0
        border.color: Theme.red

        Song {
            anchors.centerIn: parent
            text: root.letter
            font.pixelSize: Theme.h2
            color: root.look === "right" ? Theme.overGreen : root.look === "wrong" ? Theme.redDark : Theme.overRed
            leading: 1
            font.features: {
                "lnum": 1
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: root.look === "wrong" ? Theme.section : Theme.edge
        border.color: root.edge
    }
}
