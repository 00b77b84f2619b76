pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import kiosk.design
import kiosk.shell.keyboard

// Pinyin or plain letters; the one in use is bold, the other pale.
BaseKey {
    id: root

    readonly property bool chinese: InputContext.inputEngine.inputMode === InputEngine.InputMode.Pinyin

    objectName: "key.language"
    functionKey: true
    showPreview: false
    displayText: ""
    onClicked: InputContext.inputEngine.inputMode = chinese ? InputEngine.InputMode.Latin : InputEngine.InputMode.Pinyin

    keyPanelDelegate: KeyFace {
        id: face

        tone: "function"

        Row {
            anchors.centerIn: parent
            spacing: Theme.s1

            Repeater {
                model: [qsTr("中"), "/", qsTr("英")]

                Label {
                    required property int index
                    required property string modelData

                    readonly property bool used: index === (root.chinese ? 0 : 2)

                    text: modelData
                    font.pixelSize: Bed.word
                    bold: used
                    color: used || face.down ? face.over : Theme.off
                }
            }
        }
    }
}
