pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// One square a thing; the first ones are filled. The drawing is the count.
Grid {
    id: root

    required property int count
    required property int filled

    readonly property int side: count > 120 ? 16 : count > 60 ? 24 : 36
    // Rows of one length, so that no square is left over by itself.
    readonly property int most: Math.max(1, Math.floor((width + spacing) / (side + spacing)))
    readonly property int lines: Math.max(1, Math.ceil(count / most))

    columns: Math.max(1, Math.ceil(count / lines))

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
