import QtQuick
import kiosk.design

// One answer to choose: its letter, the characters, and for readers without Chinese their sound and meaning.
// `look`: "" (can be touched), "chosen", "wrong" (guessed already).
Pressable {
    id: root

    property string letter: ""
    property string text: ""
    property string note: ""
    property string look: ""

    readonly property bool on: look === "chosen"
    readonly property bool wrong: look === "wrong"
    readonly property color words: wrong ? Theme.redDark : on ? Theme.overInk : Theme.ink

    enabled: !wrong
    checked: on
    name: [letter, text, note, mark.text].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.on ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: root.wrong ? Theme.section : Theme.line
        border.color: root.wrong ? Theme.red : Theme.ink
    }

    Rectangle {
        visible: root.on
        x: Theme.line
        y: Theme.line
        width: cell.width - Theme.line
        height: parent.height - Theme.line * 2
        color: Theme.red
    }

    Item {
        id: cell

        width: 116
        height: parent.height

        Song {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: mark.visible ? -Theme.s3 : 0
            text: root.letter
            font.pixelSize: Theme.captionLive
            color: root.on ? Theme.overRed : root.words
            leading: 1
        }

        Label {
            id: mark

            visible: text !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height / 2 + Theme.s2
            width: parent.width - Theme.s2
            horizontalAlignment: Text.AlignHCenter
            text: root.on ? qsTr("已选") : root.wrong ? qsTr("不是它") : ""
            bold: true
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            color: root.on ? Theme.overRed : root.words
        }

        Rectangle {
            anchors.right: parent.right
            y: Theme.line
            width: Theme.line
            height: parent.height - Theme.line * 2
            color: root.on ? Theme.red : root.wrong ? Theme.red : Theme.ink
        }
    }

    Song {
        id: answer

        anchors.left: cell.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.s2
        anchors.rightMargin: Theme.s2
        height: root.note ? parent.height * 0.62 : parent.height
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.text
        font.pixelSize: root.note ? 80 : root.text.length > 2 ? 84 : 112
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 36
        color: root.words
        leading: 1
        font.strikeout: root.wrong
    }

    Label {
        visible: root.note !== ""
        anchors.left: answer.left
        anchors.right: answer.right
        anchors.top: answer.bottom
        height: parent.height * 0.3
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.note
        font.pixelSize: Theme.small
        fontSizeMode: Text.Fit
        minimumPixelSize: 18
        wrapMode: Text.Wrap
        maximumLineCount: 2
        color: root.on ? Theme.overInk : root.wrong ? Theme.redDark : Theme.ink2
    }
}
