pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The document as bars hanging from the top edge: one bar is one article, the red one is where the reader is. The count is the form.
Item {
    id: root

    required property var bars // true: this article is explained in plain words
    property int current: -1
    property int low: 108
    property int explained: 144
    property int chosen: 220
    property var ends: ["", ""]

    readonly property real pitch: bars.length ? Math.min(72, (width + Math.min(8, width / bars.length * 0.25)) / bars.length) : 0
    readonly property real gap: Math.max(1, Math.min(8, Math.round(pitch * 0.25)))

    visible: bars.length > 1
    implicitHeight: chosen + Theme.s5

    Repeater {
        model: root.bars.length

        Rectangle {
            required property int index

            x: Math.round(index * root.pitch)
            width: Math.max(2, Math.round((index + 1) * root.pitch) - x - root.gap)
            height: index === root.current ? root.chosen : root.bars[index] ? root.explained : root.low
            color: index === root.current ? Theme.red : root.bars[index] ? Theme.ink : Theme.track
        }
    }

    Label {
        id: first

        y: root.explained + Theme.s2
        text: root.ends[0]
        font.pixelSize: Theme.meta
        color: Theme.ink2
        visible: root.current < 0 || root.current * root.pitch > width + Theme.s2
    }

    Label {
        readonly property real end: root.bars.length * root.pitch - root.gap

        x: Math.max(0, end - width)
        y: root.explained + Theme.s2
        text: root.ends[1]
        font.pixelSize: Theme.meta
        color: Theme.ink2
        visible: (root.current < 0 || (root.current + 1) * root.pitch < x) && x > first.width + Theme.s3
    }
}
