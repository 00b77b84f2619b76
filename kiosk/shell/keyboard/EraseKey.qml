import QtQuick
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// Takes back the last letter; held, it goes on.
BackspaceKey {
    objectName: "key.erase"
    keyPanelDelegate: KeyFace {
        tone: "function"
        icon: "backspace-outline"
    }
}
