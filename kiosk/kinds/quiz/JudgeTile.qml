import QtQuick
import kiosk.design

// One of the two answers of a judge question, big enough for a fist.
Pressable {
    id: root

    property string text: ""
    property string icon: ""
    property bool chosen: false

    readonly property color words: chosen ? Theme.overInk : Theme.ink

    implicitHeight: Theme.optionHeight * 2
    name: chosen ? text + " " + qsTr("已选") : text
    checked: chosen
    Accessible.checkable: true

    Rectangle {
        anchors.fill: parent
        color: root.chosen ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.line
        border.color: Theme.ink
    }

    Rectangle {
        x: Theme.line
        y: Theme.line
        width: Theme.optionHeight - Theme.line
        height: parent.height - Theme.line * 2
        color: root.chosen ? Theme.red : "transparent"

        Rectangle {
            anchors.right: parent.right
            width: Theme.line
            height: parent.height
            color: root.chosen ? Theme.red : Theme.ink
        }

        Icon {
            anchors.centerIn: parent
            name: root.icon
            size: Theme.s7
            color: root.chosen ? Theme.overRed : Theme.ink
        }
    }

    Song {
        x: Theme.optionHeight
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        leftPadding: Theme.s2
        rightPadding: Theme.s2
        text: root.text
        font.pixelSize: Theme.display
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        color: root.words
    }

    Label {
        visible: root.chosen
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        text: qsTr("已选")
        bold: true
        font.pixelSize: Theme.meta + 2
        color: root.words
    }
}
