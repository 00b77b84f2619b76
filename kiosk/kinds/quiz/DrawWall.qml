pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// Every ticket is a square; the one drawn last is the only gold one. More than 900 tickets show a number only.
Rectangle {
    id: root

    required property DrawViewModel draw

    readonly property var numbers: draw.numbers
    readonly property int last: numbers.length > 0 ? numbers[numbers.length - 1] : 0
    readonly property int count: draw.tickets <= 900 ? draw.tickets : 0
    readonly property real room: width - Theme.margin * 2
    readonly property real top0: 312
    readonly property int step: fitting(room, height - top0 - Theme.s3)
    readonly property int columns: Math.max(1, Math.floor(room / step))
    readonly property color words: Theme.night ? Theme.ink : Theme.artPaper

    // The largest step at which all tickets fit.
    function fitting(wide: real, high: real): int {
        for (let step = 72; step > 20; --step) {
            if (Math.floor(wide / step) * Math.floor(high / step) >= root.count)
                return step;
        }
        return 20;
    }

    function cellX(number: int): real {
        return Theme.margin + (number - 1) % columns * step;
    }

    function cellY(number: int): real {
        return top0 + Math.floor((number - 1) / columns) * step;
    }

    color: Theme.night ? Theme.paper : Theme.artRed

    HangingTag {
        x: Theme.margin
        text: qsTr("抽奖")
        overArt: !Theme.night
        inkGround: !Theme.night
    }

    DownWords {
        x: Theme.margin + 104 + Theme.s4
        y: 72
        width: 72
        visible: root.last > 0
        text: root.draw.prize
        size: 60
        color: root.words
    }

    DownWords {
        visible: root.draw.tickets === 0
        x: Theme.margin + 104 + Theme.s6
        y: 96
        text: qsTr("还没有票")
        size: root.width < 800 ? Theme.h1 : Theme.display
        color: root.words
    }

    Song {
        objectName: "quiz.draw.number"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.width < 800 ? 0 : -56
        text: root.last > 0 ? String(root.last).padStart(3, "0") : root.draw.tickets
        font.pixelSize: root.width < 800 ? 210 : 300
        leading: 1
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
        color: root.words
        Accessible.name: root.last > 0 ? qsTr("%1 号").arg(text) : qsTr("%1 张票").arg(text)
    }

    Repeater {
        model: root.count

        Rectangle {
            required property int index
            readonly property bool drawn: root.numbers.indexOf(index + 1) >= 0

            x: root.cellX(index + 1)
            y: root.cellY(index + 1)
            width: root.step * 0.78
            height: width
            color: drawn ? root.words : Theme.night ? Theme.kraft : Theme.redDark
            border.width: Theme.night ? Theme.hairline : 0
            border.color: Theme.ink
        }
    }

    Rectangle {
        visible: root.last > 0 && root.count > 0
        width: Math.max(92, root.step)
        height: width
        x: Math.max(Theme.s3, Math.min(root.width - width - Theme.s3, root.cellX(root.last) + root.step * 0.39 - width / 2))
        y: Math.max(root.top0 - Theme.s5, Math.min(root.height - height - Theme.s2, root.cellY(root.last) + root.step * 0.39 - height / 2))
        color: Theme.gold
        border.width: Theme.strip
        border.color: root.words
    }
}
