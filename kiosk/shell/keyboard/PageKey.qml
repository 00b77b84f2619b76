import QtQuick
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// Between the letters and the figures.
SymbolModeKey {
    objectName: "key.page"
    showPreview: false
    keyPanelDelegate: KeyFace {
        tone: "function"
        pixelSize: Bed.word
    }
}
