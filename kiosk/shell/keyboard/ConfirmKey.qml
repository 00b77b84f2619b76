pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import kiosk.shell.keyboard

// The one red key. A field says what it does in a property `confirmWord`.
// While letters are composed the input method takes Return for itself and puts them into the field; the field gets its own then.
EnterKey {
    id: root

    property bool composing: false

    objectName: "key.confirm"
    onActiveChanged: {
        if (active)
            composing = InputContext.preeditText !== "";
    }
    onClicked: {
        if (composing)
            InputContext.sendKeyClick(Qt.Key_Return, text, Qt.NoModifier);
    }

    keyPanelDelegate: KeyFace {
        tone: "red"
        words: InputContext.inputItem?.confirmWord ?? (root.displayText || qsTr("写好了")) // qmllint disable missing-property
    }
}
