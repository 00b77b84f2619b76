pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// A number: what was pressed, its unit, and a pad of our own, so that no keyboard has to come up.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property int lines: vm.question.point && vm.question.minus ? 5 : 4
    readonly property var extra: vm.question.point && vm.question.minus ? [".", "0", "back", "-"] : [vm.question.point ? "." : vm.question.minus ? "-" : "", "0", "back"]

    Rectangle {
        id: box

        width: parent.width
        height: Theme.landscape ? 124 : 136
        color: "transparent"
        border.width: Theme.line
        border.color: Theme.ink

        Song {
            objectName: "survey.figure"
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: -unit.width / 2
            text: root.vm.question.typed
            font.pixelSize: Theme.h1
            font.features: {
                "lnum": 1
            }
            leading: 1
        }

        Label {
            visible: root.vm.question.typed === ""
            x: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("用下面的数字填")
            font.pixelSize: Theme.option
            color: Theme.off
        }

        Label {
            id: unit

            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            text: root.vm.question.unit
            font.pixelSize: Theme.option
            color: Theme.ink2
        }
    }

    Grid {
        id: pad

        readonly property real keyWidth: (root.width - Theme.s2 * 2) / 3
        readonly property real keyHeight: Math.max(Theme.touchFloor, (root.height - y - Theme.s2 * (root.lines - 1)) / root.lines)

        y: box.height + Theme.s3
        columns: 3
        spacing: Theme.s2

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", ...root.extra]

            Pressable {
                id: key

                required property string modelData
                readonly property bool figure: modelData >= "0" && modelData <= "9"

                objectName: "survey.key." + modelData
                opacity: modelData === "" ? 0 : 1
                enabled: modelData !== ""
                width: pad.keyWidth
                height: pad.keyHeight
                name: modelData === "back" ? qsTr("退一格") : modelData === "." ? qsTr("小数点") : modelData === "-" ? qsTr("负号") : modelData
                onClicked: root.vm.question.press(modelData)

                Rectangle {
                    anchors.fill: parent
                    color: key.down ? Theme.ink : key.figure ? Theme.sheet : Theme.keyFunction
                    border.width: Theme.night ? Theme.line : 0
                    border.color: Theme.ink
                }

                Song {
                    visible: key.modelData !== "back"
                    anchors.centerIn: parent
                    text: key.modelData === "-" ? "±" : key.modelData
                    font.pixelSize: Theme.h2
                    font.features: {
                        "lnum": 1
                    }
                    color: key.down ? Theme.overInk : Theme.ink
                    leading: 1
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
}
