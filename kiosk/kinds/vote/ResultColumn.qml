import QtQuick
import kiosk.design

// A picture that stands as high as its votes; the number above it, the plate below. Jumps, never moves.
Item {
    id: root

    required property string number
    required property string title
    required property int votes
    required property real share
    required property bool first
    required property url tile
    property int most: 690 // height of the leader
    readonly property bool narrow: width < 200
    readonly property int plate: narrow ? 108 : 84

    readonly property real tall: Math.max(plate, Math.round(share * most))

    Accessible.role: Accessible.StaticText
    Accessible.name: [number, title, votes].join(" ")

    Song {
        objectName: "vote.votes." + root.number
        anchors.bottom: art.top
        anchors.bottomMargin: Theme.s1
        width: root.width
        height: root.first ? 128 : 84
        verticalAlignment: Text.AlignBottom
        text: root.votes
        font.pixelSize: root.first ? (root.narrow ? 92 : 128) : root.narrow ? 60 : 76
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        color: root.first ? Theme.red : Theme.ink
        leading: 1
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
    }

    EntryArt {
        id: art

        y: root.height - root.tall
        width: root.width
        height: Math.max(0, root.tall - root.plate) + Theme.line
        visible: root.tall > root.plate
        tile: root.tile
        number: root.number
        words: root.title
        frame: Theme.line
    }

    Rectangle {
        y: root.height - root.plate
        width: root.width
        height: root.plate
        color: root.first ? Theme.red : Theme.sheet
        border.width: root.first ? 0 : Theme.line
        border.color: Theme.ink
    }

    Song {
        visible: root.narrow
        y: root.height - root.plate + Theme.s1
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        text: root.number
        font.pixelSize: 44
        color: root.first ? Theme.overRed : Theme.ink
        leading: 1.1
        font.features: {
            "lnum": 1
        }
    }

    Label {
        visible: root.narrow
        x: Theme.s1
        y: root.height - 54
        width: root.width - Theme.s1 * 2
        height: 44
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.title
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        elide: Text.ElideRight
        color: root.first ? Theme.overRed : Theme.ink
    }

    Row {
        visible: !root.narrow
        y: root.height - root.plate
        height: root.plate
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.s2

        Song {
            id: figure

            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: root.number
            font.pixelSize: 44
            color: root.first ? Theme.overRed : Theme.ink
            leading: 1
            font.features: {
                "lnum": 1
            }
        }

        Label {
            width: Math.min(implicitWidth, root.width - figure.width - Theme.s2 * 3)
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: root.title
            font.pixelSize: Theme.label
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 22
            elide: Text.ElideRight
            color: root.first ? Theme.overRed : Theme.ink
        }
    }
}
