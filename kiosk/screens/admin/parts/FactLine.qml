import QtQuick
import kiosk.design

// One fact on the wall: its name, what is, and whether that is well.
Item {
    id: root

    required property string name
    required property string what
    required property string status
    required property string tone // "good" | "bad" | "off" | ""

    readonly property color colour: tone === "good" ? Theme.green : tone === "bad" ? Theme.redDark : Theme.ink2

    implicitHeight: 92

    Song {
        id: heading

        anchors.verticalCenter: parent.verticalCenter
        width: Theme.latin ? 190 : 136
        text: root.name
        font.pixelSize: Theme.option
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        leading: 1
    }

    Label {
        anchors.left: heading.right
        anchors.leftMargin: Theme.s3
        anchors.right: word.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: root.what
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
    }

    Row {
        id: word

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        Icon {
            visible: root.tone === "good" || root.tone === "bad"
            anchors.verticalCenter: parent.verticalCenter
            name: root.tone === "bad" ? "alert-outline" : "check-bold"
            size: 40
            color: root.colour
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.status
            bold: true
            color: root.colour
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.rule
    }

    Accessible.role: Accessible.ListItem
    Accessible.name: [name, what, status].join(" ")
}
