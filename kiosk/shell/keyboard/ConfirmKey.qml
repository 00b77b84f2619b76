import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// The one red key. A field says what it does in a property `confirmWord`.
EnterKey {
    id: root

    objectName: "key.confirm"
    keyPanelDelegate: KeyFace {
        tone: "red"
        words: InputContext.inputItem?.confirmWord ?? (root.displayText || qsTr("写好了"))
    }
}
