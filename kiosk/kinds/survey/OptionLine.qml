import QtQuick
import kiosk.design

// One option. The cell at its left is a letter (one may be chosen), a box (several) or a place in a ranking.
Pressable {
    id: root

    property string kind: "single" // "single" | "multiple" | "ranking"
    property string text: ""
    property string letter: ""
    property bool on: false
    property int number: 0
    property real minimum: Theme.optionHeight

    readonly property color words: on ? Theme.overInk : enabled ? Theme.ink : Theme.off

    implicitHeight: Math.max(minimum, label.implicitHeight + Theme.s3)
    checked: on
    name: [number > 0 ? number : letter, text].join(" ")
    Accessible.checkable: true

    Rectangle {
        anchors.fill: parent
        color: root.on ? Theme.ink : !root.enabled ? "transparent" : root.down ? Theme.kraft : Theme.sheet
        border.width: root.enabled || root.on ? Theme.line : Theme.hairline
        border.color: root.enabled || root.on ? Theme.ink : Theme.rule
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

        width: Math.min(Theme.optionHeight, Math.max(88, root.minimum))
        height: parent.height

        Song {
            visible: root.kind === "single" || root.number > 0
            anchors.centerIn: parent
            text: root.kind === "ranking" ? root.number : root.letter
            font.pixelSize: Theme.captionLive
            font.features: {
                "lnum": 1
            }
            color: root.on ? Theme.overRed : root.words
            leading: 1
        }

        Rectangle {
            visible: root.kind === "multiple" || (root.kind === "ranking" && root.number === 0)
            anchors.centerIn: parent
            width: 48
            height: 48
            color: "transparent"
            border.width: root.kind === "multiple" ? Theme.edge : Theme.line
            border.color: root.on ? Theme.overRed : root.enabled ? Theme.ink2 : Theme.rule
        }

        Icon {
            visible: root.kind === "multiple" && root.on
            anchors.centerIn: parent
            name: "check-bold"
            size: 44
            color: Theme.overRed
        }

        Rectangle {
            anchors.right: parent.right
            y: Theme.line
            width: Theme.hairline
            height: parent.height - Theme.line * 2
            color: root.on ? Theme.red : root.enabled ? Theme.ink : Theme.rule
        }
    }

    Label {
        id: label

        anchors.left: cell.right
        anchors.leftMargin: Theme.s3
        anchors.right: mark.said ? mark.left : parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font.pixelSize: Theme.option
        lineHeight: lineCount > 1 ? 1.25 / 1.448 : 1
        wrapMode: Text.Wrap
        color: root.words
    }

    Label {
        id: mark

        readonly property bool said: root.on && root.kind !== "ranking" && root.width > 600

        visible: said
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("已选")
        bold: true
        font.pixelSize: Theme.meta
        color: root.words
    }
}
