pragma ComponentBehavior: Bound

import QtQuick
import kiosk.stage

// What was drawn on a slide, and the stroke under the finger.
Item {
    id: root

    required property var strokes
    required property var drawing
    required property string tool

    width: Sheet.width
    height: Sheet.height

    Repeater {
        model: root.strokes

        InkStroke {
            required property var modelData

            tool: modelData.tool
            points: modelData.points
        }
    }

    InkStroke {
        visible: root.drawing.length > 0
        tool: root.tool
        points: root.drawing
    }
}
