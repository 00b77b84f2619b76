pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The characters of short codes, without those that are mistaken for others, and one step back.
Flow {
    id: root

    readonly property string characters: "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    readonly property real keyWidth: Math.floor((width - Theme.s2 * 5) / 6)
    readonly property real keyHeight: Math.max(Theme.touchFloor, (height - Theme.s2 * 5) / 6)

    signal pressed(key: string)

    spacing: Theme.s2

    Repeater {
        model: [...root.characters, "back"]

        Pressable {
            id: key

            required property string modelData

            objectName: "quiz.key." + modelData
            width: modelData === "back" ? root.keyWidth * 4 + Theme.s2 * 3 : root.keyWidth
            height: root.keyHeight
            name: modelData === "back" ? qsTr("退一格") : modelData
            onClicked: root.pressed(modelData)

            Rectangle {
                anchors.fill: parent
                color: key.down ? Theme.ink : key.modelData === "back" ? Theme.keyFunction : Theme.sheet
                border.width: Theme.night ? Theme.line : 0
                border.color: Theme.ink
            }

            Song {
                visible: key.modelData !== "back"
                anchors.centerIn: parent
                text: key.modelData
                font.pixelSize: Theme.h3
                color: key.down ? Theme.overInk : Theme.ink
                leading: 1
                font.features: {
                    "lnum": 1
                }
            }

            Icon {
                visible: key.modelData === "back"
                anchors.centerIn: parent
                name: "backspace-outline"
                size: 52
                color: key.down ? Theme.overInk : Theme.ink
            }
        }
    }
}
