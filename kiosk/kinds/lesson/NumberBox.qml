import QtQuick
import kiosk.design

// What the pad has written so far.
Rectangle {
    id: root

    property string text: ""
    property string hint: ""

    implicitHeight: Theme.control
    color: Theme.sheet
    border.width: Theme.line
    border.color: Theme.ink

    Label {
        visible: root.text === ""
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.s4
        width: parent.width - Theme.s4 * 2
        text: root.hint
        color: Theme.off
        font.pixelSize: Theme.button
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
    }

    Song {
        objectName: "lesson.number"
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.s4
        width: parent.width - Theme.s4 * 2
        text: root.text
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        leading: 1
        font.features: {
            "lnum": 1
        }
    }
}
