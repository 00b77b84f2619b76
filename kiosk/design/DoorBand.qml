import QtQuick
import kiosk.design

// The one big door of home: a full-bleed red band.
Pressable {
    id: root

    property string title: ""
    property string fact: ""
    property int inset: Theme.margin

    implicitHeight: 240
    ring: false
    name: title + " " + fact

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.redDark : Theme.red
        border.width: root.activeFocus ? Theme.strip : 0
        border.color: Theme.ink
    }

    Song {
        id: words

        x: root.inset
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.down ? 3 : 0
        width: Math.min(implicitWidth, root.width * 0.5)
        text: root.title
        font.pixelSize: Theme.door
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        color: Theme.overRed
        leading: 1
    }

    Label {
        anchors.left: words.right
        anchors.leftMargin: Theme.s6
        anchors.right: arrow.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: root.fact
        font.pixelSize: Theme.label
        lineHeight: 1.05
        wrapMode: Text.Wrap
        color: Theme.overRed
    }

    Rectangle {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        width: 120
        height: 120
        color: Theme.night ? "#000000" : Theme.sheet

        Icon {
            anchors.centerIn: parent
            name: "arrow-right"
            size: 64
            color: Theme.red
        }
    }
}
