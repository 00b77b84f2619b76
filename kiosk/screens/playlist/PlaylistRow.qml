import QtQuick
import kiosk.design

// One item of a playlist: its number, picture, title, and whether it was opened.
Pressable {
    id: root

    required property int place
    property string title: ""
    property string note: ""
    property url picture
    property bool seen: false
    property bool upcoming: false

    readonly property color words: upcoming ? Theme.overInk : Theme.ink

    implicitHeight: Theme.rowHeight
    name: [place, title, note, status.text].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.upcoming ? (root.down ? Theme.inkPressed : Theme.ink) : root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: root.upcoming ? Theme.s2 + Theme.edge : parent.width
        height: root.upcoming ? parent.height : Theme.edge
        color: root.upcoming ? Theme.red : Theme.ink
    }

    Song {
        id: number

        x: Theme.s3
        width: 88
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        text: root.place
        font.pixelSize: Theme.h2
        color: root.upcoming ? Theme.overInk : Theme.red
        leading: 1
    }

    ArtFrame {
        id: art

        x: number.x + number.width + Theme.s2
        y: Theme.s2 + 2
        width: height
        height: parent.height - y * 2 + 2
        source: root.picture
        fallback: root.title.charAt(0)
    }

    Song {
        id: heading

        anchors.left: art.right
        anchors.leftMargin: Theme.s3
        anchors.right: status.left
        anchors.rightMargin: tick.visible ? tick.width + Theme.s3 : Theme.s3
        y: parent.height / 2 - height + 4
        text: root.title
        elide: Text.ElideRight
        font.pixelSize: Theme.h3 - 4
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        color: root.words
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: parent.height / 2 + Theme.s1
        text: root.note
        font.pixelSize: Theme.meta
        color: root.upcoming ? Theme.overInk2 : Theme.ink2
        elide: Text.ElideRight
    }

    Label {
        id: status

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        text: root.upcoming ? qsTr("下一个") : root.seen ? qsTr("看过") : ""
        font.pixelSize: Theme.meta
        bold: true
        color: root.upcoming ? Theme.overInk : Theme.green
    }

    Icon {
        id: tick

        visible: root.seen && !root.upcoming
        anchors.right: status.left
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        name: "check-bold"
        size: 40
        color: Theme.green
    }
}
