import QtQuick
import kiosk.design

// A figure and what it counts.
Item {
    id: root

    property string figure: ""
    property string text: ""

    implicitHeight: 128

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    Song {
        y: Theme.s3
        width: parent.width
        text: root.figure
        font.pixelSize: Theme.h3
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        leading: 1
        font.features: {
            "lnum": 1
        }
    }

    Label {
        anchors.bottom: parent.bottom
        width: parent.width
        text: root.text
        font.pixelSize: Theme.meta
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 22
        color: Theme.ink2
    }
}
