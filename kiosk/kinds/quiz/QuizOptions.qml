pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The answers of a question to choose from: rows with letters, or two tiles for a judge question.
Column {
    id: root

    required property QuizViewModel vm

    readonly property bool judge: vm.question.type === "judge"

    spacing: Theme.s3

    Repeater {
        model: root.judge ? [] : root.vm.question.options

        OptionRow {
            required property int index
            required property string modelData
            readonly property bool chosen: root.vm.question.picks[index] === true

            objectName: "quiz.option." + index
            width: root.width
            letter: root.vm.question.letters[index] ?? ""
            text: modelData
            look: chosen ? "chosen" : ""
            mark: !chosen ? "" : root.vm.question.type === "order" ? qsTr("第 %1").arg(letter) : qsTr("已选")
            onClicked: root.vm.question.tap(index)
        }
    }

    Row {
        visible: root.judge
        spacing: Theme.s3

        Repeater {
            model: root.judge ? root.vm.question.options : []

            JudgeTile {
                required property int index
                required property string modelData

                objectName: "quiz.option." + index
                width: (root.width - Theme.s3) / 2
                text: modelData
                icon: index === 0 ? "check" : "close"
                chosen: root.vm.question.picks[index] === true
                onClicked: root.vm.question.tap(index)
            }
        }
    }
}
