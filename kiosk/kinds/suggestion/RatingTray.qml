pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// What the reader thinks of the answer: five equal cells, so that none pulls. Once given it stays.
Tray {
    id: root

    required property SuggestionViewModel vm
    property real inset: Theme.margin

    height: head.height + Theme.control + Theme.s3 * 2 + Theme.s2 + (Theme.landscape ? 0 : Theme.s3)

    Label {
        id: head

        objectName: "suggestion.rating"
        x: root.inset
        y: Theme.s3
        width: root.width - root.inset - Theme.margin
        text: root.vm.case.myRating > 0 ? qsTr("记下了，你打了 %1 分。").arg(root.vm.case.myRating) + root.vm.case.ratings : root.vm.case.ratings || qsTr("答复得怎么样？1 分不满意，5 分很满意")
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        bold: root.vm.case.myRating > 0
    }

    Row {
        x: root.inset
        y: head.y + head.height + Theme.s2
        spacing: Theme.s2

        Repeater {
            model: 5

            Pressable {
                id: cell

                required property int index
                readonly property bool mine: root.vm.case.myRating === index + 1
                readonly property bool spent: root.vm.case.myRating > 0 && !mine

                objectName: "suggestion.rate." + (index + 1)
                width: (head.width - Theme.s2 * 4) / 5
                height: Theme.control
                enabled: root.vm.case.myRating === 0
                checked: mine
                name: qsTr("%1 分").arg(index + 1)
                onClicked: root.vm.case.rate(index + 1)

                Rectangle {
                    anchors.fill: parent
                    color: cell.mine ? Theme.ink : cell.spent ? "transparent" : cell.down ? Theme.kraft : Theme.sheet
                    border.width: Theme.line
                    border.color: cell.spent ? Theme.rule : Theme.ink
                }

                Song {
                    anchors.centerIn: parent
                    text: cell.index + 1
                    font.pixelSize: Theme.h2
                    font.features: {
                        "lnum": 1
                    }
                    leading: 1
                    color: cell.mine ? Theme.overInk : cell.spent ? Theme.off : Theme.ink
                }
            }
        }
    }
}
