pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// The wall: lanterns on ropes, and a moon that is lit in the same share as they are.
Item {
    id: root

    required property RiddleViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int nightWidth: wide ? 768 : width
    readonly property int nightHeight: wide ? height : Theme.handZone
    readonly property int edge: wide ? 840 : Theme.margin // left of what is touched
    readonly property int count: vm.fair.lanterns.length
    readonly property int columns: count <= 4 ? Math.min(2, count) : count <= 6 ? 3 : 4
    readonly property int rows: Math.max(1, Math.ceil(count / columns))
    readonly property int roof: wide ? Theme.s3 : Theme.handZone + Theme.s3
    readonly property real foot: tray.visible ? tray.y : height
    readonly property real room: foot - roof
    readonly property real hand: width - edge - Theme.margin
    // A lantern is 216 wide on a step of 240, and at least 252 high on its step.
    readonly property real unit: Math.min(1.7, (hand + 24) / columns / 240, room / rows / 264)
    readonly property real stepX: (hand + 24 * unit) / columns
    readonly property real stepY: Math.min(room / rows, 320 * unit)
    readonly property real firstX: edge + (hand - stepX * (columns - 1) - 216 * unit) / 2
    readonly property real first: roof + (room - stepY * rows) / 2

    readonly property bool stirred: breeze.running

    objectName: "riddle.wall"

    Rectangle {
        width: root.nightWidth
        height: root.nightHeight
        color: Theme.night ? Theme.paper : Theme.artBlue
    }

    Rectangle {
        visible: Theme.night
        x: root.wide ? root.nightWidth : 0
        y: root.wide ? 0 : root.nightHeight
        width: root.wide ? Theme.line : root.width
        height: root.wide ? root.height : Theme.line
        color: Theme.ink
    }

    // One rope for each column, from the top edge to its last lantern.
    Repeater {
        model: root.columns

        Rectangle {
            required property int index
            readonly property int below: Math.floor((root.count - 1 - index) / root.columns) + 1

            visible: below > 0
            x: root.firstX + index * root.stepX + 108 * root.unit - width / 2
            width: Theme.strip * (root.unit > 1 ? 1.25 : 1)
            height: root.first + (below - 1) * root.stepY + Theme.s1
            color: Theme.ink
        }
    }

    Moon {
        objectName: "riddle.moon"
        radius: root.wide ? 166 : 310
        x: root.wide ? 592 - radius : root.vm.han ? 742 - radius : 720 - radius
        y: root.wide ? 330 - radius : 330 - radius
        share: root.vm.fair.total > 0 ? root.vm.fair.lit / root.vm.fair.total : 0
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: true
    }

    Rectangle {
        visible: !root.vm.han
        x: sentence.x - Theme.s2
        y: sentence.y
        width: sentence.width + Theme.s2
        height: sentence.height
        color: Theme.night ? Theme.paper : Theme.artBlue
    }

    WallWords {
        id: sentence

        objectName: "riddle.sentence"
        x: root.vm.han ? 204 : Theme.margin
        y: root.vm.han ? 52 : root.wide ? 580 : 250
        width: root.vm.han ? 196 : root.wide ? 624 : 320
        step: longest > 6 ? 96 : 104
        phrases: root.vm.fair.sentence
        han: root.vm.han
    }

    // The ropes run behind the note, not through it.
    Rectangle {
        visible: !root.wide
        x: note.horizontalAlignment === Text.AlignHCenter ? note.x + (note.width - width) / 2 : note.x - Theme.s2
        y: note.y
        width: note.contentWidth + Theme.s2 * 2
        height: note.height
        color: Theme.night ? Theme.paper : Theme.artBlue
    }

    Label {
        id: note

        objectName: "riddle.note"
        x: root.vm.han && !root.wide ? 300 : Theme.margin
        y: root.wide ? root.height - 96 : 702
        width: root.wide ? root.nightWidth - Theme.margin * 2 : root.width - x - Theme.margin
        horizontalAlignment: root.wide || !root.vm.han ? Text.AlignLeft : Text.AlignHCenter
        text: (root.vm.fair.setName ? qsTr("%1 · ").arg(root.vm.fair.setName) : "") + (root.vm.fair.done && root.vm.fair.lit === root.vm.fair.total ? qsTr("灯全亮了，月也圆了") : qsTr("灯全亮，月就圆"))
        color: Theme.artPaper
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
    }

    Repeater {
        id: hung

        model: root.vm.fair.lanterns

        Lantern {
            required property int index
            required property var modelData

            objectName: "riddle.lantern." + modelData.place
            x: root.firstX + index % root.columns * root.stepX
            y: root.first + Math.floor(index / root.columns) * root.stepY
            unit: root.unit
            number: modelData.number
            aim: modelData.aim
            look: modelData.look
            answer: modelData.answer
            tassel: root.stepY >= 256 * root.unit
            onClicked: root.vm.fair.touch(modelData.place)
        }
    }

    WallTray {
        id: tray

        visible: needed
        edge: root.wide ? Theme.s6 : Theme.margin
        x: root.wide ? root.nightWidth : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + Theme.s3 * 2
        vm: root.vm
    }

    // A breath of air moves two lanterns, then all hang still for a while.
    Timer {
        id: breeze

        property int turn: 0

        interval: 9000
        repeat: true
        running: root.visible && !Theme.calm
        triggeredOnStart: true
        onTriggered: {
            for (const place of [turn * 5, turn * 5 + 3]) {
                const lantern = hung.itemAt(place % Math.max(1, hung.count)) as Lantern;
                if (lantern)
                    lantern.sway();
            }
            ++turn;
        }
    }
}
