pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The nine characters of a receipt in three groups; the next one to come is framed in red.
Row {
    id: root

    property string code: ""
    property bool bad: false
    readonly property real cell: (width - Theme.s2 * 6 - Theme.s4 * 2) / 9

    spacing: Theme.s4

    Repeater {
        model: 3

        Row {
            id: group

            required property int index

            spacing: Theme.s2

            Repeater {
                model: 3

                Rectangle {
                    id: slot

                    required property int index
                    readonly property int place: group.index * 3 + index

                    width: root.cell
                    height: Math.min(144, root.cell * 1.6)
                    color: "transparent"
                    border.width: root.bad || place === root.code.length ? Theme.section : Theme.line
                    border.color: root.bad ? Theme.redDark : place === root.code.length ? Theme.red : place < root.code.length ? Theme.ink : Theme.rule

                    Song {
                        anchors.centerIn: parent
                        anchors.verticalCenterOffset: -Theme.s1 / 2 // capitals stand low in their line
                        text: root.code.charAt(slot.place)
                        font.pixelSize: Math.min(84, root.cell * 0.78)
                        font.features: {
                            "lnum": 1
                        }
                        leading: 1
                        color: root.bad ? Theme.redDark : Theme.ink
                    }
                }
            }
        }
    }
}
