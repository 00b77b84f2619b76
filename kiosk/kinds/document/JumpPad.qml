pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Figures and one step back; drawn by us, so that no keyboard has to come up.
Grid {
    id: root

    signal pressed(key: string)

    readonly property real keyWidth: (width - Theme.s2 * 2) / 3
    readonly property real keyHeight: Math.max(Theme.touchFloor, (height - Theme.s2 * 3) / 4)

    columns: 3
    spacing: Theme.s2

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back"]

        Item {
            id: place

            required property string modelData

            width: root.keyWidth
            height: root.keyHeight

            Pressable {
                id: key

                visible: place.modelData !== ""
                enabled: visible
                anchors.fill: parent
                objectName: "document.key." + place.modelData
                name: place.modelData === "back" ? qsTr("退一格") : place.modelData
                onClicked: root.pressed(place.modelData)

                Rectangle {
                    anchors.fill: parent
                    color: key.down ? Theme.ink : place.modelData === "back" ? Theme.keyFunction : Theme.sheet
                    border.width: Theme.night ? Theme.line : 0
                    border.color: Theme.ink
                }

                Song {
                    visible: place.modelData !== "back"
                    anchors.centerIn: parent
                    text: place.modelData
                    font.pixelSize: Theme.h2
                    color: key.down ? Theme.overInk : Theme.ink
                    leading: 1
                    font.features: {
                        "lnum": 1
                    }
                }

                Icon {
                    visible: place.modelData === "back"
                    anchors.centerIn: parent
                    name: "backspace-outline"
                    size: 52
                    color: key.down ? Theme.overInk : Theme.ink
                }
            }
        }
    }
}
