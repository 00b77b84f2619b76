pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A row of slats: as many as there are units, at the scale of its neighbour. The last one may be a part.
Item {
    id: root

    required property real slats
    required property real full // slats over `room`
    required property real room
    property color color: Theme.ink
    property real plain: 0 // pixels at its end that a numeral covers: no cuts there

    readonly property real pitch: full > 0 ? room / full : room

    implicitWidth: slats * pitch

    Rectangle {
        width: parent.width
        height: parent.height
        color: root.color
    }

    Repeater {
        model: Math.max(0, Math.ceil(root.slats) - 1)

        Rectangle {
            required property int index

            x: (index + 1) * root.pitch - width / 2
            visible: x + width < root.width - root.plain
            width: root.pitch > 12 ? 4 : 2
            height: root.height
            color: Theme.paper
        }
    }
}
