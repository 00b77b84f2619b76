import QtQuick
import kiosk.design

// One answer. `look`: "" (can be touched), "chosen", "right", "wrong".
Pressable {
    id: root

    property string letter: ""
    property string icon: ""
    property string text: ""
    property string look: ""

    readonly property color words: look === "right" ? Theme.overGreen : look === "chosen" ? Theme.overInk : look === "wrong" ? Theme.redDark : Theme.ink
    readonly property color edge: look === "right" ? Theme.green : look === "wrong" ? Theme.red : Theme.ink
    readonly property int border: look === "wrong" ? Theme.section : Theme.line
    readonly property string mark: look === "right" ? qsTr("选对了") : look === "wrong" ? qsTr("你选的") : look === "chosen" ? qsTr("已选") : ""

    name: [letter, text, mark].join(" ")
    checked: look === "chosen"
    Accessible.checkable: enabled

    Rectangle {
        anchors.fill: parent
        color: root.look === "right" ? Theme.green : root.look === "chosen" ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: root.border
        border.color: root.edge
    }

    Rectangle {
        id: cell

        x: root.border
        y: root.border
        width: 136 - root.border
        height: parent.height - root.border * 2
        color: root.look === "chosen" ? Theme.red : "transparent"

        Song {
            visible: root.icon === ""
            anchors.centerIn: parent
            text: root.letter
            font.pixelSize: Theme.captionLive
            color: root.look === "chosen" ? Theme.overRed : root.words
            leading: 1
        }

        Icon {
            visible: root.icon !== ""
            anchors.centerIn: parent
            name: root.icon
            size: Theme.s6
            color: root.look === "chosen" ? Theme.overRed : root.words
        }

        Rectangle {
            anchors.right: parent.right
            width: Theme.line
            height: parent.height
            color: root.look === "right" ? Theme.overGreen : root.look === "chosen" ? Theme.red : root.edge
        }
    }

    Label {
        anchors.left: cell.right
        anchors.leftMargin: Theme.s4
        anchors.right: status.left
        anchors.rightMargin: Theme.s3
        y: Theme.s1
        height: parent.height - Theme.s1 * 2
        verticalAlignment: Text.AlignVCenter
        text: root.text
        font.pixelSize: Theme.option
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        lineHeight: lineCount > 1 ? 0.92 : 1
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        color: root.words
    }

    Row {
        id: status

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        width: root.mark ? implicitWidth : 0

        Icon {
            visible: root.look === "right" || root.look === "wrong"
            name: root.look === "right" ? "check-bold" : "close-thick"
            size: 44
            color: root.words
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.mark
            bold: true
            font.pixelSize: Theme.meta + 2
            color: root.words
        }
    }
}
