import QtQuick
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// The row that is the same on both pages: language, page, space, confirm.
KeyboardRow {
    id: root

    required property string page

    LanguageKey {
        weight: 208
    }

    PageKey {
        weight: 208
        displayText: root.page
    }

    SpaceKey {
        objectName: "key.space"
        weight: 312
        displayText: qsTr("空格")
        keyPanelDelegate: KeyFace {
            pixelSize: Bed.word
        }
    }

    ConfirmKey {
        weight: 312
    }
}
