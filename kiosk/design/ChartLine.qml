pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A line over days: straight pieces from day to day, the marked day a red dot with its number.
Item {
    id: root

    required property var bars // [{label, share 0..1, words, marked}]
    property real average: -1
    property string averageWords: ""
    property color ground: Theme.paper
    property int overhang: 0

    readonly property real step: bars.length > 1 ? width / (bars.length - 1) : width
    readonly property int foot: 84
    readonly property int head: 110
    readonly property int room: Math.max(0, height - foot - head)
    readonly property int every: Math.max(1, Math.ceil(bars.length / Math.max(2, Math.floor(width / 190))))

    // Where no day is marked, the number of the highest gives the scale.
    readonly property int peak: {
        let best = -1;
        for (let at = 0; at < bars.length; at++) {
            if (bars[at].marked)
                return -1;
            if (bars[at].share > 0 && (best < 0 || bars[at].share > bars[best].share))
                best = at;
        }
        return best;
    }

    function at(place: int): point {
        return Qt.point(place * step, head + room * (1 - Math.max(0, bars[place].share)));
    }

    // How far the line stays away from a band of shares.
    function free(some: var, from: real, to: real): real {
        let least = 1;
        for (let at = 0; at + 1 < some.length; at++) {
            const low = Math.min(some[at].share, some[at + 1].share), high = Math.max(some[at].share, some[at + 1].share);
            least = Math.min(least, low > to ? low - to : from > high ? from - high : 0);
        }
        return least;
    }

    Accessible.role: Accessible.Chart
    Accessible.name: bars.map(one => one.label + " " + one.words).join(", ")

    Rectangle {
        visible: root.average >= 0
        y: Math.round(root.head + root.room * (1 - root.average)) - height / 2
        width: root.width
        height: Theme.edge
        color: Theme.gold
    }

    Repeater {
        model: Math.max(0, root.bars.length - 1)

        Rectangle {
            required property int index

            readonly property point from: root.at(index)
            readonly property point to: root.at(index + 1)

            x: from.x
            y: from.y - height / 2
            width: Math.hypot(to.x - from.x, to.y - from.y) + 2
            height: Theme.section
            color: Theme.ink
            antialiasing: true
            transformOrigin: Item.Left
            rotation: Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI
        }
    }

    Repeater {
        model: root.bars

        Item {
            id: day

            required property var modelData
            required property int index

            readonly property point place: root.at(index)

            Rectangle {
                visible: day.modelData.marked || root.bars.length <= 40
                x: day.place.x - width / 2
                y: day.place.y - height / 2
                width: day.modelData.marked ? 28 : 14
                height: width
                radius: width / 2
                color: day.modelData.marked ? Theme.red : Theme.ink
            }

            Song {
                visible: day.modelData.marked || day.index === root.peak
                x: Math.max(0, Math.min(root.width - width, day.place.x - width / 2))
                y: day.place.y - height - (day.modelData.marked ? 6 : Theme.s1)
                text: day.modelData.words
                leading: 1.2
                font.pixelSize: day.modelData.marked ? 80 : 54
                color: day.modelData.marked ? Theme.red : Theme.ink
            }

            Rectangle {
                visible: tick.visible
                x: day.place.x - width / 2
                y: root.head + root.room
                width: Theme.line
                height: Theme.s2 + Theme.section
                color: Theme.ink
            }

            Label {
                id: tick

                visible: day.index % root.every === 0
                x: Math.max(0, Math.min(root.width - width, day.place.x - width / 2))
                y: root.height - root.foot + Theme.s3
                text: day.modelData.label
                font.pixelSize: Theme.meta
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
        color: root.ground
    }

    Label {
        id: said

        // Above or below the average, where the line stays away from it, as far to the right as may be.
        readonly property var place: {
            const long = Math.ceil((width + Theme.s3) / root.step) + 1, tall = (height + Theme.s1) / Math.max(1, root.room);
            let best = {
                at: Math.max(0, root.bars.length - long),
                up: true
            }, most = 0;
            for (let at = root.bars.length - long; at >= 0; at--) {
                for (const up of [true, false]) {
                    const room = root.free(root.bars.slice(at, at + long), root.average - (up ? 0 : tall), root.average + (up ? tall : 0));
                    if (room > most + 0.02) {
                        most = room;
                        best = {
                            at: at,
                            up: up
                        };
                    }
                }
            }
            return best;
        }

        visible: root.average >= 0 && root.averageWords !== ""
        x: Math.min(parent.width - width, place.at * root.step + Theme.s2)
        y: root.head + root.room * (1 - root.average) + (place.up ? -height - Theme.s1 : Theme.s1)
        leftPadding: Theme.s1
        text: root.averageWords
        font.pixelSize: Theme.meta
        color: Theme.goldText
    }
}
