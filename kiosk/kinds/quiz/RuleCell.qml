import QtQuick
import kiosk.design

// One rule of the round: a figure and what it means.
Item {
    id: root

    property string figure: ""
    property string text: ""

    implicitHeight: words.y + words.height
    Accessible.role: Accessible.StaticText
    Accessible.name: figure + " " + text

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    Song {
        id: number

        y: Theme.s3
        width: parent.width
        height: Math.round(Theme.h2 * 1.2) // the same for all, so that a long figure set smaller stands on the same line
        verticalAlignment: Text.AlignBottom
        text: root.figure
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        leading: 1.2
        font.features: {
            "lnum": 1
        }
    }

    Label {
        id: words

        anchors.top: number.bottom
        anchors.topMargin: Theme.s1
        width: parent.width
        text: root.text
        wrapMode: Text.Wrap
        color: Theme.ink2
    }
}
