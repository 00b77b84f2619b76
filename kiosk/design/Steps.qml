pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Where we are: n bars, done, now, to come. Always shown together with the words.
Item {
    id: root

    required property int count
    required property int now // 0-based; count when all is done

    implicitHeight: 16

    Repeater {
        model: Math.min(root.count, 40)

        Rectangle {
            required property int index
            readonly property real gap: root.count > 20 ? 4 : Theme.s2
            readonly property real step: (root.width + gap) / root.count

            x: index * step
            width: step - gap
            height: 16
            color: index < root.now ? Theme.ink : index === root.now ? Theme.red : Theme.track
        }
    }
}
