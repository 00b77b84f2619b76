pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Upright bars on one ink line, the average across them: ink on the ground, gold where it crosses a bar, cut by the numbers.
Item {
    id: root

    required property var bars // [{label, share 0..1 or -1, words, marked}]
    property real average: -1 // 0..1; below 0: none
    property string averageWords: ""
    property color ground: Theme.paper
    property int overhang: 0 // how far the ink line goes on beyond both ends

    readonly property int step: bars.length > 0 ? Math.min(220, Math.floor((width + gap) / bars.length)) : width
    readonly property int gap: bars.length > 9 ? Theme.s2 : Theme.s3
    readonly property int bar: step - gap
    readonly property int foot: 84
    readonly property int head: 96
    readonly property int room: Math.max(0, height - foot - head)
    readonly property real figure: Math.max(Theme.small, Math.min(54, bar / Math.max(2, longest) * 1.75))
    readonly property int longest: {
        let most = 1;
        for (const one of bars)
            most = Math.max(most, one.share < 0 ? 1 : one.words.length);
        return most;
    }
    // Names all in one size: in one line where all of them fit, else in two.
    readonly property bool oneLine: bars.every(one => one.label.length * (/[\u3400-\u9fff]/.test(one.label) ? 34 : 19) <= step)
    readonly property real levelY: head + room * (1 - average)

    Accessible.role: Accessible.Chart
    Accessible.name: bars.map(one => one.label + " " + one.words).join(", ")

    Repeater {
        model: root.bars

        Item {
            id: column

            required property var modelData
            required property int index

            readonly property int tall: modelData.share > 0 ? Math.max(Theme.section, Math.round(root.room * modelData.share)) : 0

            x: index * root.step
            width: root.bar
            height: root.height

            Rectangle {
                y: root.head + root.room - column.tall
                width: parent.width
                height: column.tall
                color: column.modelData.marked ? Theme.red : Theme.ink
            }
        }
    }

    Rectangle {
        visible: root.average >= 0
        y: Math.round(root.levelY) - height / 2
        width: root.width
        height: Theme.section
        color: Theme.ink2
    }

    Repeater {
        model: root.bars

        Item {
            id: words

            required property var modelData
            required property int index

            readonly property int tall: modelData.share > 0 ? Math.max(Theme.section, Math.round(root.room * modelData.share)) : 0

            x: index * root.step
            width: root.bar
            height: root.height

            Rectangle {
                visible: root.average >= 0 && words.modelData.share >= root.average
                y: Math.round(root.levelY) - height / 2
                width: parent.width
                height: Theme.section
                color: words.modelData.marked ? Theme.overRed : Theme.night ? "#000000" : Theme.gold
            }

            Rectangle {
                // A line that it would only nick it cuts through.
                readonly property real start: number.y + (number.height - number.font.pixelSize) / 2
                readonly property real over: root.average >= 0 && Math.abs(start - root.levelY) < Theme.s1 ? root.levelY - Theme.s1 : start

                visible: words.modelData.share >= 0
                anchors.horizontalCenter: number.horizontalCenter
                y: over
                width: Math.min(number.paintedWidth + Theme.s2 * 2, root.step)
                height: start + number.font.pixelSize - over
                color: root.ground
            }

            Song {
                id: number

                visible: words.modelData.share >= 0
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.head + root.room - words.tall - height + 4
                text: words.modelData.words
                leading: 1.2
                font.pixelSize: words.modelData.marked ? Math.min(92, root.figure * 1.7) : root.figure
                color: words.modelData.marked ? Theme.red : Theme.ink
            }

            Rectangle {
                visible: few.visible
                anchors.fill: few
                color: root.ground
            }

            Label {
                id: few

                visible: words.modelData.share < 0
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.head + root.room - height - Theme.s1
                width: root.bar
                horizontalAlignment: Text.AlignHCenter
                text: words.modelData.words
                font.pixelSize: Theme.small
                lineHeight: 0.95
                color: Theme.ink2
                wrapMode: Text.Wrap
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.height - root.foot + (root.oneLine ? Theme.s3 : Theme.s2)
                width: root.step - 4
                horizontalAlignment: Text.AlignHCenter
                text: words.modelData.label
                bold: words.modelData.marked
                font.pixelSize: root.oneLine ? Theme.label : Theme.small
                lineHeight: 0.9
                wrapMode: root.oneLine ? Text.NoWrap : Text.Wrap
                maximumLineCount: root.oneLine ? 1 : 2
                elide: Text.ElideRight
            }
        }
    }

    Rectangle {
        x: -root.overhang
        y: root.head + root.room
        width: root.width + root.overhang * 2
        height: Theme.section
        color: Theme.ink
    }

    Rectangle {
        visible: said.visible
        anchors.fill: said
        anchors.margins: -Theme.s1
        color: root.ground
    }

    Label {
        id: said

        // Above the line at its end, where the bars are low.
        visible: root.average >= 0 && root.averageWords !== ""
        anchors.right: parent.right
        y: Math.max(0, root.levelY - height - Theme.s2 - lift)

        readonly property int lift: {
            const last = root.bars.length > 0 ? root.bars[root.bars.length - 1] : null;
            if (!last || root.bars.length * root.step < root.width - width)
                return 0;
            const top = last.share < 0 ? 84 : root.room * last.share + 70; // with its number
            const level = root.room * root.average;
            return level < top && level > top - 200 ? top - level : level <= top ? top - level : 0;
        }

        text: root.averageWords
        font.pixelSize: Theme.meta
    }
}
