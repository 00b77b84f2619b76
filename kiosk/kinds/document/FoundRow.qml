import QtQuick
import kiosk.design

// An article in which the words were found, with some words around them.
Pressable {
    id: root

    property string label: ""
    property string snippet: ""
    property string count: ""
    property bool compact: false // the keyboard leaves little room

    implicitHeight: compact ? Math.max(132, Theme.touchFloor) : Theme.rowHeight
    name: [label, count].join(" ")

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

    Song {
        id: heading

        x: Theme.s3
        y: root.compact ? Theme.s1 : Theme.s2
        text: root.label
        font.pixelSize: Theme.h3 - 8
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: heading.verticalCenter
        text: root.count
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    Text {
        x: Theme.s3
        y: heading.y + heading.height
        width: root.width - Theme.s3 * 2
        textFormat: Text.StyledText
        text: root.snippet.replace(/[\u0001\u0002]/g, "<b><u>").replace(/\u0003/g, "</u></b>")
        font.family: Theme.sans
        font.pixelSize: Theme.label
        color: Theme.ink
        elide: Text.ElideRight
        maximumLineCount: Theme.rowHeight >= 200 ? 2 : 1
        wrapMode: Text.Wrap
        renderType: Text.NativeRendering
    }
}
