pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// What it is about: one touch, and on.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property int rows: Math.ceil(vm.letter.topics.length / 2)
    readonly property int above: wide ? Theme.s4 : Theme.handZone + Theme.s3
    readonly property real tall: Math.min(Theme.tile, (height - Theme.s4 - above + Theme.s3) / rows - Theme.s3)

    objectName: "suggestion.topics"

    StepWall {
        vm: root.vm
        titleSize: Theme.landscape ? Theme.h1 : Theme.door
        title: qsTr("你想说\n哪方面的事？")
        note: root.vm.letter.answerDays > 0 ? qsTr("写给工会办公室，%1 天内答复。").arg(root.vm.letter.answerDays) : qsTr("写给工会办公室。")
    }

    Grid {
        x: root.edge
        y: root.above
        columns: 2
        spacing: Theme.s3

        Repeater {
            model: root.vm.letter.topics

            Pressable {
                id: cell

                required property var modelData

                objectName: "suggestion.choose." + modelData.key
                width: (root.room - Theme.s3) / 2
                height: root.tall
                name: modelData.name
                onClicked: root.vm.letter.choose(modelData.key)

                Rectangle {
                    anchors.fill: parent
                    color: cell.down ? Theme.ink : Theme.sheet
                    border.width: Theme.line
                    border.color: Theme.ink
                }

                Song {
                    x: Theme.s4
                    width: parent.width - Theme.s4 * 2 - 52
                    anchors.verticalCenter: parent.verticalCenter
                    text: cell.modelData.name
                    font.pixelSize: Theme.h2
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.label
                    color: cell.down ? Theme.overInk : Theme.ink
                }

                Icon {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s4
                    anchors.verticalCenter: parent.verticalCenter
                    name: "arrow-right"
                    size: 52
                    color: cell.down ? Theme.overInk : Theme.ink
                }
            }
        }
    }
}
