pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// One square a thing; the first ones are filled. The drawing is the count.
Flow {
    id: root

    required property int count
    required property int filled

    readonly property int side: count > 120 ? 16 : count > 60 ? 24 : 36

    spacing: side > 30 ? 12 : 8

    Repeater {
        model: root.count

        Rectangle {
            required property int index

            width: root.side
            height: root.side
            color: index < root.filled ? Theme.ink : "transparent"
            border.width: Theme.line
            border.color: Theme.ink
        }
    }
}
