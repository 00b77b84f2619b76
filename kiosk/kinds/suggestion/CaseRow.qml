import QtQuick
import kiosk.design

// A case in the list: what it is about, who has it, and how it stands.
Pressable {
    id: root

    property string title: ""
    property string note: ""
    property string status: ""
    property string tone: ""
    property string icon: ""

    implicitHeight: Theme.rowHeight
    name: [title, note, status].join(" ")
    ring: false

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: root.activeFocus ? Theme.strip : Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.night ? Theme.strip : Theme.edge
        color: Theme.ink
    }

    Song {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Theme.s3 + Theme.edge
        anchors.right: chip.left
        anchors.rightMargin: Theme.s3
        y: Theme.s2
        height: parent.height / 2 + Theme.s1 - y
        verticalAlignment: Text.AlignBottom
        text: root.title
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        font.pixelSize: Theme.latin ? 36 : Theme.h3
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        leading: 1.2
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: parent.height / 2 + Theme.s2
        text: root.note
        font.pixelSize: 32
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        color: Theme.ink2
        elide: Text.ElideRight
    }

    StatusChip {
        id: chip

        anchors.right: parent.right
        anchors.rightMargin: Theme.s3 + Theme.edge
        anchors.verticalCenter: parent.verticalCenter
        text: root.status
        tone: root.tone
        icon: root.icon
    }
}
