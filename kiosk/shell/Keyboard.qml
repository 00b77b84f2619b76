pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import kiosk.design
import kiosk.shell.keyboard

// The on-screen keyboard: pinyin and letters, on a kraft bed that keeps its height with or without candidates.
// Qt's InputPanel does the typing; the look is the style `kiosk`, the keys are in keyboard/layouts.
Item {
    id: root

    readonly property InputPanel board: panel.item as InputPanel
    readonly property bool open: board?.active ?? false

    height: Bed.height

    Component.onCompleted: {
        VirtualKeyboardSettings.layoutPath = Qt.resolvedUrl("keyboard/layouts");
        VirtualKeyboardSettings.activeLocales = ["zh_CN"];
        VirtualKeyboardSettings.locale = "zh_CN";
        // Nobody's words are learned: with this hint pinyin works without a user dictionary.
        VirtualKeyboardSettings.inputMethodHints = Qt.ImhSensitiveData | Qt.ImhNoTextHandles;
        VirtualKeyboardSettings.wordCandidateList.alwaysVisible = true;
        panel.active = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.kraft
    }

    // What falls between the keys stays here.
    MouseArea {
        anchors.fill: parent
    }

    Loader {
        id: panel

        active: false
        asynchronous: true
        width: parent.width
        anchors.bottom: parent.bottom
        // The field had the focus, and asked for the keyboard, before there was one.
        onLoaded: {
            Qt.inputMethod.update(Qt.ImQueryAll); // qmllint disable missing-property
            Qt.inputMethod.show(); // qmllint disable missing-property
        }
        sourceComponent: InputPanel {
            Component.onCompleted: {
                keyboard.wordCandidateView.anchors.leftMargin = Bed.edge + Bed.gapX / 2;
                keyboard.wordCandidateView.anchors.rightMargin = Bed.edge + Bed.gapX / 2 + Bed.arrow + Bed.gapX;
            }
            // Each field begins with its own page and language.
            onActiveChanged: {
                if (active) {
                    keyboard.inputModeNeedsReset = true;
                    keyboard.updateInputMethod();
                }
            }
        }
    }

    Loader {
        active: root.board !== null
        x: parent.width - Bed.edge - Bed.gapX / 2 - width
        y: Bed.above
        sourceComponent: CandidatePager {
            list: root.board.keyboard.wordCandidateView
        }
    }
}
