import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// Empties the field at once.
BaseKey {
    objectName: "key.clear"
    functionKey: true
    showPreview: false
    displayText: qsTr("清空")
    keyPanelDelegate: KeyFace {
        tone: "function"
        pixelSize: Bed.word
    }
    onClicked: {
        Qt.inputMethod.reset(); // qmllint disable missing-property
        InputContext.commit("", -InputContext.cursorPosition, InputContext.surroundingText.length);
    }
}
