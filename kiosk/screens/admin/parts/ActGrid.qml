pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Buttons side by side, as many a row as their words allow.
Grid {
    id: root

    required property var acts
    property int most: 3

    signal done(string key)

    readonly property real cell: (width - (columns - 1) * spacing) / columns

    columns: Math.max(1, Math.min(most, acts.length))
    spacing: Theme.s3

    Repeater {
        model: root.acts

        PushButton {
            required property var modelData

            objectName: "desk." + modelData.key
            width: root.cell
            text: modelData.text
            tone: modelData.tone
            icon: modelData.icon
            enabled: modelData.enabled
            onClicked: root.done(modelData.key)
        }
    }
}
