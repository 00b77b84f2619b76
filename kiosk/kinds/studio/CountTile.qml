import QtQuick
import kiosk.design

// One count of the wall; behind it stands the room with what was counted.
Pressable {
    id: root

    property int count: 0
    property string word: ""
    property string note: ""

    implicitWidth: 296
    implicitHeight: Math.max(176, Theme.touchFloor)
    name: count + " " + word + " " + note

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.night ? Theme.strip : Theme.edge
        color: Theme.ink
    }

    Song {
        id: numeral

        x: Theme.s3
        y: -Theme.s1
        text: root.count
        font.pixelSize: root.count > 999 ? 64 : 92
        leading: 1.25
    }

    Label {
        anchors.left: numeral.right
        anchors.leftMargin: Theme.s1
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.baseline: numeral.baseline
        text: root.word
        bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 22
        elide: Text.ElideRight
    }

    Label {
        x: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        width: parent.width - Theme.s3 * 2
        text: root.note
        font.pixelSize: Theme.meta
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 22
        color: Theme.ink2
        elide: Text.ElideRight
    }
}
