pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// Letters. Weights are the widths of the portrait cells: ten of 104.
KeyboardLayout {
    id: layout

    keyWeight: 104
    inputMode: InputEngine.InputMode.Pinyin
    sharedLayouts: ["symbols"]

    function createInputMethod(): QtObject {
        return Qt.createQmlObject("import QtQuick.VirtualKeyboard.Plugins; PinyinInputMethod {}", parent, "pinyin");
    }

    KeyboardRow {
        Repeater {
            model: "qwertyuiop".split("")

            CharacterKey {
                required property string modelData

                weight: layout.keyWeight
                text: modelData
            }
        }
    }

    KeyboardRow {
        FillerKey {
            weight: 52
        }

        Repeater {
            model: "asdfghjkl".split("")

            CharacterKey {
                required property string modelData

                weight: layout.keyWeight
                text: modelData
            }
        }

        FillerKey {
            weight: 52
        }
    }

    KeyboardRow {
        ClearKey {
            weight: 156
        }

        Repeater {
            model: "zxcvbnm".split("")

            CharacterKey {
                required property string modelData

                weight: layout.keyWeight
                text: modelData
            }
        }

        EraseKey {
            weight: 156
        }
    }

    LowerRow {
        page: "123"
    }
}
