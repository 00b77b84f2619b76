pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Figures as large as the hand: the last key says that the number is complete.
Grid {
    id: root

    property bool ready: false
    property bool busy: false
    readonly property real keyWidth: (width - Theme.s3 * 2) / 3
    readonly property real keyHeight: (height - Theme.s3 * 3) / 4

    signal pressed(digit: string)
    signal erased
    signal done

    columns: 3
    spacing: Theme.s3

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "done"]

        Pressable {
            id: key

            required property string modelData
            readonly property bool figure: modelData.length === 1
            readonly property bool main: modelData === "done"
            readonly property color words: !enabled ? Theme.off : down ? Theme.overInk : main ? Theme.overRed : Theme.ink

            objectName: "vote.key." + modelData
            width: root.keyWidth
            height: root.keyHeight
            enabled: !main || root.ready
            activeFocusOnTab: false
            name: modelData === "erase" ? qsTr("删掉一位") : main ? word.text : modelData
            onClicked: figure ? root.pressed(modelData) : main ? root.done() : root.erased()

            Rectangle {
                anchors.fill: parent
                color: !key.enabled ? "transparent" : key.main ? (key.down ? Theme.redDark : Theme.red) : key.down ? Theme.ink : Theme.sheet
                border.width: key.main && key.enabled ? 0 : Theme.line
                border.color: key.enabled ? Theme.ink : Theme.rule
            }

            Song {
                visible: key.figure
                anchors.centerIn: parent
                text: key.modelData
                font.pixelSize: Theme.question
                color: key.words
                leading: 1
                font.features: {
                    "lnum": 1
                }
            }

            Icon {
                visible: key.modelData === "erase"
                anchors.centerIn: parent
                name: "backspace-outline"
                size: 64
                color: key.words
            }

            Label {
                id: word

                visible: key.main
                anchors.centerIn: parent
                width: parent.width - Theme.s3
                horizontalAlignment: Text.AlignHCenter
                text: root.busy ? qsTr("正在查…") : qsTr("就是它")
                font.pixelSize: Theme.button
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                bold: true
                color: key.words
            }
        }
    }
}
