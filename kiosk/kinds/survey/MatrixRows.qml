pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// A matrix without a table: each line is named, and beside it stand its answers in words.
ScrollPane {
    id: root

    required property SurveyViewModel vm

    readonly property int count: vm.question.rowCount
    readonly property int columns: vm.question.columns.length
    readonly property real names: Math.max(220, width - columns * 184)
    readonly property real choice: (width - names) / Math.max(1, columns)
    readonly property real gap: count > 5 ? Theme.s2 : Theme.s3
    readonly property real cell: Math.max(88, Theme.touchFloor, Math.min(112, (height - gap * (count - 1)) / count))

    spacing: root.gap
    more: qsTr("下面还有几行")

    Repeater {
        model: root.count

        Item {
            id: line

            required property int index
            readonly property var row: root.vm.question.rows[index] ?? ({})

            width: root.width
            height: root.cell

            Label {
                id: title

                width: root.names - Theme.s2
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: line.row.text ?? ""
                font.pixelSize: Theme.button
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.small - 4
                bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
            }

            Repeater {
                model: root.vm.question.columns

                Pressable {
                    id: option

                    required property int index
                    required property string modelData
                    readonly property bool on: line.row.on === index

                    objectName: "survey.cell." + line.index + "." + index
                    x: root.names + root.choice * index + Theme.s2
                    width: root.choice - Theme.s2
                    height: root.cell
                    checked: on
                    name: title.text + " " + modelData
                    onClicked: root.vm.question.mark(line.index, index)

                    Rectangle {
                        anchors.fill: parent
                        color: option.on ? Theme.ink : option.down ? Theme.kraft : Theme.sheet
                        border.width: Theme.line
                        border.color: Theme.ink
                    }

                    Rectangle {
                        visible: option.on
                        x: Theme.line
                        y: Theme.line
                        width: parent.width - Theme.line * 2
                        height: Theme.s2
                        color: Theme.red
                    }

                    Label {
                        anchors.fill: parent
                        anchors.margins: Theme.s1
                        anchors.topMargin: Theme.s2
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        text: option.modelData
                        bold: option.on
                        font.pixelSize: Theme.label
                        fontSizeMode: Text.Fit
                        minimumPixelSize: 22
                        wrapMode: Text.WordWrap
                        color: option.on ? Theme.overInk : Theme.ink
                    }
                }
            }
        }
    }
}
