import QtQuick
import kiosk.design

// One answer. `look`: "" (can be touched), "chosen", "right", "wrong", "moved".
Pressable {
    id: root

    property string letter: ""
    property string text: ""
    property string mark: ""
    property string look: ""
    property bool letterless: false
    property bool low: false // only to be read: leaves room for what follows

    readonly property bool solid: look === "right" || look === "chosen"
    readonly property bool bad: look === "wrong" || look === "moved"
    readonly property color words: look === "right" ? Theme.overGreen : look === "chosen" ? Theme.overInk : look === "wrong" ? Theme.redDark : Theme.ink
    readonly property color line: look === "right" ? Theme.green : look === "wrong" ? Theme.red : Theme.ink
    readonly property int border: look === "wrong" ? Theme.section : Theme.line

    implicitHeight: Math.max(low ? Theme.chip : Theme.optionHeight, option.implicitHeight + (low ? Theme.s2 : Theme.s3) * 2)
    name: [letter, text, mark].join(" ")
    checked: look === "chosen"
    Accessible.checkable: enabled

    Rectangle {
        anchors.fill: parent
        color: root.look === "right" ? Theme.green : root.look === "chosen" ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: root.border
        border.color: root.line
    }

    Rectangle {
        visible: root.look === "chosen" && !root.letterless
        x: root.border
        y: root.border
        width: cell.width - root.border
        height: parent.height - root.border * 2
        color: Theme.red
    }

    Item {
        id: cell

        visible: !root.letterless
        width: visible ? Theme.optionHeight : 0
        height: parent.height

        Song {
            anchors.centerIn: parent
            text: root.letter
            font.pixelSize: Theme.captionLive
            color: root.look === "chosen" ? Theme.overRed : root.words
            leading: 1
        }

        Rectangle {
            anchors.right: parent.right
            y: root.border
            width: Theme.line
            height: parent.height - root.border * 2
            color: root.look === "right" ? Theme.overGreen : root.look === "chosen" ? Theme.red : root.line
        }
    }

    Label {
        id: option

        anchors.left: cell.right
        anchors.leftMargin: Theme.s4
        anchors.right: status.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font.pixelSize: Theme.option
        lineHeight: lineCount > 1 ? 1.4 / 1.448 : 1
        wrapMode: Text.Wrap
        color: root.words
    }

    Row {
        id: status

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        visible: root.mark !== ""
        width: visible ? implicitWidth : 0

        Icon {
            visible: root.look === "right" || root.bad
            name: root.look === "right" ? "check-bold" : "close-thick"
            size: 44
            color: root.bad ? Theme.redDark : root.words
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.mark
            bold: true
            font.pixelSize: Theme.meta + 2
            color: root.bad ? Theme.redDark : root.words
        }
    }
}
