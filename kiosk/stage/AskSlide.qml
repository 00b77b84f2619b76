pragma ComponentBehavior: Bound

import QtQuick
import kiosk.stage

// A step in which the audience takes part: its question, then whatever has become of it.
SlideBase {
    id: root

    readonly property var view: {
        root.vm.live.revision;
        return root.vm.live.view(root.step.id);
    }
    readonly property string begun: (view.phase ?? "waiting") === "waiting" ? "" : view.kind

    SlideTag {
        x: 96
        text: root.step.tag
        onRed: root.step.ground === "red"
    }

    Loader {
        anchors.fill: parent
        sourceComponent: root.begun === "quiz" ? quiz : root.begun === "riddle" ? riddle : root.view.kind === "sign" ? sign : ask
    }

    Component {
        id: ask

        AskBoard {
            step: root.step
            view: root.view
            words: root.words
            accent: root.accent
        }
    }

    Component {
        id: quiz

        MatchBoard {
            view: root.view
            words: root.words
            accent: root.accent
        }
    }

    Component {
        id: riddle

        RiddleBoard {
            view: root.view
            words: root.words
            accent: root.accent
        }
    }

    Component {
        id: sign

        SignBoard {
            step: root.step
            view: root.view
            words: root.words
            accent: root.accent
        }
    }
}
