pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Chips of which one is chosen, wrapping over as many lines as they need.
Flow {
    id: root

    required property var choices // [{key, text, on, there?}]
    property string prefix: ""
    property int each: 0 // width of a chip; 0: what its words need

    signal chosen(var key)

    spacing: Theme.s2

    Repeater {
        model: root.choices

        Chip {
            required property var modelData

            objectName: root.prefix + modelData.key
            width: root.each > 0 ? root.each : implicitWidth
            text: modelData.text
            checked: modelData.on
            onClicked: root.chosen(modelData.key)
        }
    }
}
