pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// Months, a workshop, a kiosk: chosen with a finger, the chart follows at once.
Item {
    id: root

    required property ReportsViewModel vm

    readonly property ReportFilter choice: vm.filter
    readonly property int edge: Theme.landscape ? Theme.s4 : Theme.margin
    readonly property int room: width - edge * 2

    Flickable {
        id: pane

        x: root.edge
        y: Theme.s3
        width: root.room
        height: done.y - y - Theme.s2
        contentHeight: all.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        bottomMargin: contentHeight > height ? more.height : 0

        Column {
            id: all

            width: root.room
            spacing: Theme.landscape ? 20 : Theme.s3

            ChoiceRow {
                width: parent.width
                prefix: "reports.span."
                each: Theme.latin ? 0 : Math.floor((width - Theme.s2 * 4) / 5)
                choices: root.choice.spans
                onChosen: key => root.choice.choose(key)
            }

            Item {
                width: parent.width
                height: Theme.chip

                PushButton {
                    objectName: "reports.year.older"
                    width: Theme.chip
                    height: Theme.chip
                    icon: "chevron-left"
                    enabled: root.choice.olderYear
                    name: qsTr("上一年")
                    onClicked: root.choice.turnYear(-1)
                }

                Song {
                    x: Theme.chip + Theme.s2
                    width: 112
                    horizontalAlignment: Text.AlignHCenter
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.choice.year
                    font.pixelSize: Theme.option
                }

                PushButton {
                    objectName: "reports.year.newer"
                    x: Theme.chip + 112 + Theme.s2 * 2
                    width: Theme.chip
                    height: Theme.chip
                    icon: "chevron-right"
                    enabled: root.choice.newerYear
                    name: qsTr("下一年")
                    onClicked: root.choice.turnYear(1)
                }

                Chip {
                    objectName: "reports.several"
                    anchors.right: parent.right
                    text: root.choice.several ? qsTr("点另一头的月") : qsTr("连选几个月")
                    checked: root.choice.several
                    onClicked: root.choice.chooseSeveral()
                }
            }

            Grid {
                columns: 6
                columnSpacing: Theme.s2
                rowSpacing: Theme.s2

                Repeater {
                    model: root.choice.months

                    Chip {
                        required property var modelData

                        objectName: "reports.month." + modelData.number
                        width: (root.room - Theme.s2 * 5) / 6
                        enabled: modelData.there
                        text: modelData.text
                        checked: modelData.on
                        onClicked: root.choice.chooseMonth(modelData.number)
                    }
                }
            }

            ChoiceRow {
                visible: root.choice.units.length > 0
                width: parent.width
                prefix: "reports.unit."
                choices: root.choice.units
                onChosen: key => root.choice.chooseUnit(key)
            }

            ChoiceRow {
                visible: root.choice.kiosks.length > 0
                width: parent.width
                prefix: "reports.kiosk."
                choices: root.choice.kiosks
                onChosen: key => root.choice.chooseKiosk(key)
            }
        }
    }

    MoreBelow {
        id: more

        objectName: "reports.filter.more"
        list: pane
        x: root.edge
        y: pane.y + pane.height - height
        width: root.room
    }

    PushButton {
        id: done

        objectName: "reports.filter.done"
        x: root.edge
        y: parent.height - height - Theme.s3
        width: root.room
        tone: "ink"
        text: qsTr("就看这些")
        onClicked: root.vm.show("report")
    }
}
