pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// One square for each thing counted; what is there is ink.
Flow {
    id: root

    required property list<bool> marks
    property real room: width

    readonly property int across: marks.length > 24 ? 10 : 6
    readonly property real cell: Math.min(136, (room - Theme.s3 * (across - 1)) / across)

    width: Math.ceil(cell * across + Theme.s3 * (across - 1)) + 1
    spacing: Theme.s3
    Accessible.ignored: true // always said in words beside it

    Repeater {
        model: root.marks

        Rectangle {
            id: square

            required property bool modelData

            width: root.cell
            height: root.cell
            color: modelData ? Theme.ink : "transparent"
            border.width: Theme.line
            border.color: modelData ? Theme.ink : Theme.track

            Icon {
                visible: square.modelData
                anchors.centerIn: parent
                name: "check-bold"
                size: Math.min(64, root.cell * 0.6)
                color: Theme.goldOnInk
            }
        }
    }
}
