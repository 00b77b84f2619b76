import QtQuick
import kiosk.design

// One step of the run order. What it shows can be seen at once when it is on this kiosk.
Pressable {
    id: root

    required property var step

    readonly property bool opens: step.uid !== ""

    enabled: opens
    implicitHeight: Math.max(132, Theme.touchFloor)
    name: [step.number, step.title, step.note, step.act].join(" ")
    Accessible.role: opens ? Accessible.Button : Accessible.StaticText

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : root.opens ? Theme.sheet : "transparent"
        border.width: Theme.night && root.opens ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: root.opens ? Theme.edge : Theme.hairline
        color: root.opens ? Theme.ink : Theme.rule
    }

    Rectangle {
        y: Theme.edge
        width: Theme.s2
        height: parent.height - Theme.edge
        color: root.step.part === "told" ? Theme.ink : root.step.part === "watched" ? Theme.blue : Theme.gold
    }

    Song {
        id: number

        x: Theme.s3
        width: 84
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.step.number
        font.pixelSize: Theme.h3
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        color: Theme.ink2
    }

    Song {
        id: heading

        anchors.left: number.right
        anchors.leftMargin: Theme.s3
        anchors.right: act.left
        anchors.rightMargin: Theme.s3
        y: parent.height / 2 - height + Theme.s1
        text: root.step.title
        font.pixelSize: Theme.option
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        elide: Text.ElideRight
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: parent.height / 2 + Theme.s2
        text: root.step.note
        font.pixelSize: Theme.small
        color: Theme.ink2
        elide: Text.ElideRight
    }

    StatusChip {
        id: act

        visible: root.opens
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? implicitWidth : 0
        text: root.step.act
        tone: "doing"
    }
}
