import QtQuick
import kiosk.design

// Something that belongs to what is on the screen, and why.
Pressable {
    id: root

    property string title: ""
    property string note: ""
    property url picture

    implicitHeight: Math.max(116, Theme.touchFloor)
    name: title + " " + note

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: root.down || Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    ArtFrame {
        id: art

        y: Theme.edge
        width: height
        height: parent.height - Theme.edge
        source: root.picture
        fallback: root.title.charAt(0)
    }

    Song {
        id: heading

        anchors.left: art.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        y: parent.height / 2 - height + 6
        text: root.title
        font.pixelSize: 38
        elide: Text.ElideRight
        leading: 1.2
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: parent.height / 2 + 6
        text: root.note
        font.pixelSize: Theme.small
        color: Theme.ink2
        elide: Text.ElideRight
    }
}
