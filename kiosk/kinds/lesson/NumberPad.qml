pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Figures and one step back; drawn here, so that no keyboard has to come up.
Grid {
    id: root

    signal pressed(key: string)

    readonly property real keyWidth: (width - spacing * (columns - 1)) / columns
    readonly property int rows_: Math.ceil(11 / columns)
    readonly property real keyHeight: Math.max(Theme.touchFloor, (height - spacing * (rows_ - 1)) / rows_)

    columns: 3
    spacing: Theme.s2

    Repeater {
        model: root.columns === 3 ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "back"]

        Pressable {
            id: key

            required property string modelData
            readonly property bool figure: modelData >= "0" && modelData <= "9"

            objectName: "lesson.key." + modelData
            width: root.keyWidth
            height: root.keyHeight
            enabled: modelData !== ""
            opacity: enabled ? 1 : 0 // the grid keeps its place
            name: modelData === "back" ? qsTr("退一格") : modelData
            onClicked: root.pressed(modelData)

            Rectangle {
                anchors.fill: parent
                color: key.down ? Theme.ink : key.figure ? Theme.sheet : Theme.keyFunction
                border.width: Theme.line
                border.color: Theme.ink
            }

            Song {
                visible: key.figure
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
