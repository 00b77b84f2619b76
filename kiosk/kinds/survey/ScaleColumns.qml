pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// Equal columns from bad to good; the count of squares is the answer. Equal on purpose: a bigger target would pull the answer.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property int count: vm.question.optionCount
    readonly property real gap: count > 5 ? Theme.s2 : Theme.s3
    readonly property real column: (width - gap * (count - 1)) / count
    readonly property int head: Math.min(140, height * 0.22)
    readonly property int words: 124
    readonly property real step: Math.min(76, (height - head - words - Theme.s1) / count)

    Repeater {
        model: root.count

        Pressable {
            id: one

            required property int index
            readonly property var option: root.vm.question.options[index] ?? ({})
            readonly property bool on: option.on ?? false

            objectName: "survey.option." + index
            x: index * (root.column + root.gap)
            width: root.column
            height: root.height
            checked: on
            name: (index + 1) + " " + label.text
            onClicked: root.vm.question.tap(index)

            Rectangle {
                anchors.fill: parent
                color: one.on ? Theme.ink : one.down ? Theme.kraft : Theme.sheet
                border.width: Theme.line
                border.color: Theme.ink
            }

            Rectangle {
                visible: one.on
                width: parent.width
                height: root.head
                color: Theme.red
            }

            Song {
                width: parent.width
                height: root.head + Theme.s1
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: one.index + 1
                font.pixelSize: 92
                font.features: {
                    "lnum": 1
                }
                leading: 1
                color: one.on ? Theme.overRed : Theme.ink
            }

            Repeater {
                model: one.index + 1

                Rectangle {
                    required property int index

                    anchors.horizontalCenter: parent?.horizontalCenter
                    y: one.height - root.words - (index + 1) * root.step + (root.step - height)
                    width: Math.min(72, one.width - Theme.s4)
                    height: root.step - Theme.s2
                    color: one.on ? Theme.goldOnInk : Theme.track
                }
            }

            Label {
                id: label

                x: Theme.s1
                y: parent.height - root.words
                width: parent.width - Theme.s1 * 2
                height: root.words - Theme.s1
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: one.option.text ?? ""
                bold: one.on
                font.pixelSize: Theme.button
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.small - 4
                wrapMode: Text.WordWrap
                maximumLineCount: 3
                color: one.on ? Theme.overInk : Theme.ink
            }
        }
    }
}
