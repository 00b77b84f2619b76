import QtQuick
import kiosk.design

// A tile whose mark is a number: minutes of a break, or stories of an era.
Pressable {
    id: root

    property string title: ""
    property int number: 0
    property string fact: ""
    property bool lead: false // the number comes first and reads on into the title: "8 minutes"

    implicitHeight: Theme.tile
    name: title + " " + number + " " + fact

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
        id: figure

        x: root.lead ? Theme.s3 : parent.width - width - Theme.s3
        y: root.lead ? (parent.height - fact.height - Theme.s3 - height) / 2 + Theme.s1 : parent.height - height - Theme.s1
        text: root.number
        font.pixelSize: Math.min(root.lead ? 104 : 92, root.height * (root.lead ? 0.46 : 0.42))
        color: Theme.red
        leading: 1.1
        font.features: {
            "tnum": 1
        }
    }

    Song {
        x: root.lead ? figure.x + figure.width + Theme.s2 : Theme.s3
        y: root.lead ? figure.y + figure.baselineOffset - baselineOffset : Theme.s3
        width: parent.width - x - Theme.s3
        text: root.title
        font.pixelSize: root.lead ? Theme.h3 : 42
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
    }

    Label {
        id: fact

        x: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s2
        text: root.fact
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }
}
