import QtQuick
import kiosk.design

// A chapter, or an article of a document without chapters.
Pressable {
    id: root

    property string title: ""
    property string note: ""
    property string status: ""
    property int level: 2

    readonly property int inset: level > 2 ? Theme.s5 : 0

    implicitHeight: Theme.rowHeight
    name: [title, note, status].join(" ")

    Rectangle {
        x: root.inset
        width: parent.width - x
        height: parent.height
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        x: root.inset
        width: parent.width - x
        height: Theme.edge
        color: Theme.ink
    }

    Song {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: root.inset + Theme.s3
        anchors.right: chip.left
        anchors.rightMargin: Theme.s3
        y: parent.height / 2 - height + Theme.s1
        text: root.title
        elide: Text.ElideRight
        font.pixelSize: Theme.h3 - 4
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: parent.height / 2 + Theme.s2
        text: root.note
        font.pixelSize: Theme.meta
        color: Theme.ink2
        elide: Text.ElideRight
    }

    StatusChip {
        id: chip

        visible: root.status !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? implicitWidth : 0
        text: root.status
        tone: "doing"
    }
}
