pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// A result in bars; the figure is written at the end of each. What would show a small group is not drawn.
ScrollPane {
    id: root

    required property SurveyViewModel vm

    readonly property var bars: vm.results.told.bars ?? []
    readonly property bool tight: bars.length > 5
    readonly property int thick: tight ? 36 : 48
    readonly property real longest: bars.reduce((most, bar) => Math.max(most, bar.share), 0)

    spacing: root.tight ? Theme.s2 : Theme.s3

    Repeater {
        model: root.bars

        Item {
            id: bar

            required property int index
            required property var modelData

            width: root.width
            height: label.height + (root.tight ? 2 : Theme.s1) + root.thick

            Label {
                id: label

                width: parent.width
                text: bar.modelData.label
                font.pixelSize: Theme.label
                elide: Text.ElideRight
            }

            Rectangle {
                id: drawn

                visible: !bar.modelData.hidden
                y: label.height + (root.tight ? 2 : Theme.s1)
                width: Math.max(Theme.s1, (root.width - 140) * bar.modelData.share)
                height: root.thick
                color: bar.modelData.share > 0 && bar.modelData.share === root.longest ? Theme.red : Theme.ink
            }

            Song {
                visible: !bar.modelData.hidden
                x: drawn.width + Theme.s3
                y: drawn.y
                height: drawn.height
                verticalAlignment: Text.AlignVCenter
                text: bar.modelData.value
                font.pixelSize: root.tight ? Theme.option : Theme.h3
                font.features: {
                    "lnum": 1
                }
                leading: 1
            }

            Label {
                visible: bar.modelData.hidden
                y: drawn.y
                height: drawn.height
                verticalAlignment: Text.AlignVCenter
                text: qsTr("人少，不列")
                color: Theme.off
            }
        }
    }
}
