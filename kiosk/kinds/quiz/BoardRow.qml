import QtQuick
import kiosk.design

// One place on a board. The bar is as long as the points are many; the leader's is red. Only to be read.
Item {
    id: root

    property int place: 0
    property string title: ""
    property string note: ""
    property int points: 0
    property real share: 0
    property bool mine: false

    implicitHeight: 124
    Accessible.role: Accessible.StaticText
    Accessible.name: [place, title, note, figure.text].join(" ")

    Rectangle {
        width: parent.width
        height: root.mine ? Theme.section : Theme.hairline
        color: root.mine ? Theme.ink : Theme.rule
    }

    Song {
        id: number

        anchors.verticalCenter: name.verticalCenter
        width: Theme.s7
        text: root.place
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        color: root.place === 1 ? Theme.red : Theme.ink
        leading: 1.2
        font.features: {
            "lnum": 1
        }
    }

    Song {
        id: name

        anchors.left: number.right
        y: root.share > 0 ? Theme.s2 : (root.height - height) / 2
        text: root.title
        font.pixelSize: Theme.h3
        leading: 1.25
    }

    Label {
        anchors.left: name.right
        anchors.leftMargin: Theme.s3
        anchors.right: figure.left
        anchors.rightMargin: Theme.s3
        anchors.baseline: name.baseline
        text: root.mine ? qsTr("你 · %1").arg(root.note) : root.note
        font.pixelSize: Theme.meta
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Label {
        id: figure

        anchors.right: parent.right
        anchors.baseline: name.baseline
        text: qsTr("%1 分").arg(root.points)
        bold: true
        font.pixelSize: Theme.button
        font.features: {
            "tnum": 1
        }
    }

    Rectangle {
        x: number.width
        y: parent.height - height - Theme.s2
        visible: root.share > 0
        width: Math.max(Theme.s1, (parent.width - x) * root.share)
        height: 20
        color: root.place === 1 ? Theme.red : Theme.ink
    }
}
