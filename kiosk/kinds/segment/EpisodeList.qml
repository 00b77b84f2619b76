pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.segment

// The programmes of this series; the one on the screen is ink.
ListView {
    id: root

    required property SegmentViewModel vm
    required property int inset
    required property int insetRight

    clip: true
    model: vm.series.episodes
    boundsBehavior: Flickable.StopAtBounds
    spacing: Theme.section

    delegate: Pressable {
        id: row

        required property int index
        required property var modelData

        readonly property bool here: modelData.here
        readonly property color words: here || down ? Theme.overInk : Theme.ink

        objectName: "segment.episode." + modelData.uid
        width: ListView.view.width
        height: Math.max(108, Theme.touchFloor)
        ring: false
        name: modelData.numeral + " " + modelData.title
        checked: here
        onClicked: root.vm.series.openEpisode(modelData.uid)

        Rectangle {
            anchors.fill: parent
            color: row.here ? Theme.ink : row.down ? Theme.inkPressed : Theme.sheet
            border.width: Theme.night && !row.here ? Theme.line : 0
            border.color: Theme.ink
        }

        Rectangle {
            visible: row.here || row.activeFocus
            width: 16
            height: parent.height
            color: row.here ? Theme.red : Theme.ink
        }

        Song {
            id: number

            x: root.inset
            anchors.verticalCenter: parent.verticalCenter
            text: row.modelData.numeral
            font.pixelSize: Theme.h3 - Theme.s1
            color: row.here || row.down ? Theme.overInk : Theme.red
        }

        Label {
            anchors.left: number.right
            anchors.leftMargin: Theme.s4
            anchors.right: clock.left
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: row.modelData.title
            font.pixelSize: Theme.button
            bold: row.here
            color: row.words
            elide: Text.ElideRight
        }

        Label {
            id: clock

            anchors.right: parent.right
            anchors.rightMargin: root.insetRight
            anchors.verticalCenter: parent.verticalCenter
            text: row.modelData.clock
            color: row.here || row.down ? Theme.overInk2 : Theme.ink2
            font.features: {
                "tnum": 1
            }
        }
    }
}
