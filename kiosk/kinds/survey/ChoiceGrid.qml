pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// Options one under the other; many short ones stand in two columns, so that nobody has to scroll.
ScrollPane {
    id: root

    required property SurveyViewModel vm

    readonly property int count: vm.question.optionCount
    readonly property int longest: vm.question.options.reduce((most, option) => Math.max(most, option.text.length * (/[\u3400-\u9fff]/.test(option.text) ? 2 : 1)), 0)
    readonly property int columns: count > 6 && longest <= 14 ? 2 : 1
    readonly property int lines: Math.ceil(count / columns)
    readonly property real gap: lines > 5 ? Theme.s2 : Theme.s3
    readonly property real tall: Math.max(88, Theme.touchFloor, Math.min(Theme.optionHeight, Math.floor((height - gap * (lines - 1)) / lines)))

    more: qsTr("下面还有选项")

    Grid {
        columns: root.columns
        columnSpacing: Theme.s3
        rowSpacing: root.gap

        Repeater {
            model: root.count

            OptionLine {
                required property int index
                readonly property var option: root.vm.question.options[index] ?? ({})

                objectName: "survey.option." + index
                width: (root.width - Theme.s3 * (root.columns - 1)) / root.columns
                minimum: root.tall
                kind: root.vm.question.type
                text: option.text ?? ""
                on: option.on ?? false
                enabled: !(option.off ?? false)
                number: option.number ?? 0
                letter: root.vm.han ? "甲乙丙丁戊己庚辛壬癸子丑"[index] : String.fromCharCode(65 + index)
                onClicked: root.vm.question.tap(index)
            }
        }
    }
}
