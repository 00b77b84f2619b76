pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Figures, a point and one step back; drawn by us, so that no keyboard has to come up.
Grid {
    id: root

    property bool point: true // numbers of people have none

    signal pressed(key: string)

    readonly property real keyWidth: (width - Theme.s2 * 2) / 3
    readonly property real keyHeight: Math.max(Theme.touchFloor, (height - Theme.s2 * 3) / 4)

    columns: 3
    spacing: Theme.s2

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "back"]

        Pressable {
            id: key

            required property string modelData
            readonly property bool figure: modelData >= "0" && modelData <= "9"

            objectName: "quiz.key." + modelData
            width: root.keyWidth
            height: root.keyHeight
            enabled: modelData !== "." || root.point
            opacity: enabled ? 1 : 0
            name: modelData === "back" ? qsTr("退一格") : modelData === "." ? qsTr("小数点") : modelData
            onClicked: root.pressed(modelData)

            Rectangle {
                anchors.fill: parent
                color: key.down ? Theme.ink : key.figure ? Theme.sheet : Theme.keyFunction
                border.width: Theme.night ? Theme.line : 0
                border.color: Theme.ink
            }

            Song {
                visible: key.modelData !== "back"
                anchors.centerIn: parent
                text: key.modelData
                font.pixelSize: Theme.h2
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
