pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// Figures and the marks that names and titles have.
KeyboardLayout {
    id: layout

    keyWeight: 104
    inputMode: InputContext.inputEngine.inputMode
    sharedLayouts: ["main"]

    function createInputMethod(): QtObject {
        return Qt.createQmlObject("import QtQuick.VirtualKeyboard.Plugins; PinyinInputMethod {}", parent, "pinyin");
    }

    KeyboardRow {
        Repeater {
            model: "1234567890".split("")

            CharacterKey {
                required property string modelData

                weight: layout.keyWeight
                text: modelData
            }
        }
    }

    KeyboardRow {
        Repeater {
            model: "-/：；（）“”《》".split("")

            CharacterKey {
                required property string modelData

                weight: layout.keyWeight
                text: modelData
            }
        }
    }

    KeyboardRow {
        ClearKey {
            weight: 156
        }

        Repeater {
            model: "，。、·？！@".split("")

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
        page: "abc"
    }
}
