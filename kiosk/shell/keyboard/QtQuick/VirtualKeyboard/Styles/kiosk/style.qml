import QtQuick
import QtQuick.VirtualKeyboard.Styles
import kiosk.shell.keyboard

// What Qt Virtual Keyboard asks of a style. The bed itself is drawn by kiosk/shell/Keyboard.qml: it also lies under the candidates.
KeyboardStyle {
    keyboardDesignWidth: Bed.width
    keyboardDesignHeight: Bed.keys + Bed.below
    keyboardRelativeLeftMargin: Bed.edge / Bed.width
    keyboardRelativeRightMargin: Bed.edge / Bed.width
    keyboardRelativeBottomMargin: Bed.below / (Bed.keys + Bed.below)
    keyboardBackground: Item {}
    keyPanel: KeyFace {}
    backspaceKeyPanel: KeyFace {
        tone: "function"
        icon: "backspace-outline"
    }
    enterKeyPanel: KeyFace {
        tone: "red"
    }
    spaceKeyPanel: KeyFace {
        pixelSize: Bed.word
    }
    symbolKeyPanel: KeyFace {
        tone: "function"
        pixelSize: Bed.word
    }
    modeKeyPanel: KeyFace {
        tone: "function"
        pixelSize: Bed.word
    }
    selectionListHeight: Bed.keysTop
    selectionListDelegate: CandidateCell {}
}
