import QtQuick
import kiosk.design

// One line of a list: title, second line, a status with a word at the right.
Pressable {
    id: root

    property string title: ""
    property string note: ""
    property string status: ""
    property string tone: "" // "done" | "doing" | ""
    property url picture

    implicitHeight: Theme.rowHeight
    name: [title, note, status].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    ArtFrame {
        id: art

        visible: root.picture.toString() !== ""
        y: Theme.edge
        width: visible ? height : 0
        height: parent.height - Theme.edge
        source: root.picture
    }

    Song {
        id: heading

        anchors.left: art.right
        anchors.leftMargin: Theme.s3
        anchors.right: chip.left
        anchors.rightMargin: Theme.s3
        y: root.note ? parent.height / 2 - height + 4 : (parent.height - height) / 2
        text: root.title
        elide: Text.ElideRight
        font.pixelSize: Theme.h3 - 4
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: parent.height / 2 + Theme.s1
        text: root.note
        font.pixelSize: Theme.meta
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Rectangle {
        id: chip

        visible: root.status !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? word.implicitWidth + Theme.s3 * 2 : 0
        height: 72
        color: root.tone === "done" ? Theme.green : "transparent"
        border.width: Theme.line
        border.color: root.tone === "done" ? Theme.green : root.tone === "doing" ? Theme.blue : Theme.ink2

        Label {
            id: word

            anchors.centerIn: parent
            text: root.status
            font.pixelSize: Theme.meta
            bold: true
            color: root.tone === "done" ? Theme.overGreen : root.tone === "doing" ? Theme.blue : Theme.ink2
        }
    }
}
