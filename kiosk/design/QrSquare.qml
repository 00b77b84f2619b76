pragma ComponentBehavior: Bound

import QtQuick

// A QR code (kiosk.sdk.qr) drawn in whole modules, dark on white in both themes so that every phone reads it.
Rectangle {
    id: root

    required property string name
    property var code: ({
            size: 0,
            runs: []
        })
    readonly property int quiet: 4
    readonly property int unit: code.size > 0 ? Math.floor(width / (code.size + quiet * 2)) : 1
    readonly property int offset: Math.floor((width - unit * code.size) / 2)

    height: width
    color: "#FFFFFF"
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name

    Repeater {
        model: root.code.runs

        Rectangle {
            required property var modelData

            x: root.offset + modelData[0] * root.unit
            y: root.offset + modelData[1] * root.unit
            width: modelData[2] * root.unit
            height: root.unit
            color: "#000000"
        }
    }
}
