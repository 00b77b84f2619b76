pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The ways to play, three in a row at most.
Grid {
    id: root

    required property QuizViewModel vm

    readonly property var names: ({
            practice: qsTr("练习"),
            daily: qsTr("每日一关"),
            challenge: qsTr("闯关"),
            exam: qsTr("考试"),
            duel: qsTr("对抗赛"),
            relay: qsTr("接力赛")
        })

    visible: vm.modes.length > 1
    columns: vm.modes.length === 4 || vm.modes.length === 2 ? 2 : 3
    spacing: Theme.s2

    Repeater {
        model: root.vm.modes

        Chip {
            required property string modelData

            objectName: "quiz.mode." + modelData
            width: (root.width - root.spacing * (root.columns - 1)) / root.columns
            text: root.names[modelData] ?? modelData
            checked: root.vm.mode === modelData
            onClicked: root.vm.pick(modelData)
        }
    }
}
