pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// Beside the chart: the hardest questions or the first rows, which part is shown, and taking it along.
Item {
    id: root

    required property ReportsViewModel vm

    readonly property int edge: Theme.landscape ? Theme.s5 : Theme.margin
    readonly property int room: width - edge * 2
    readonly property bool hard: vm.hardest.length > 0
    readonly property int below: actions.y - list.y - Theme.s2

    Song {
        id: heading

        x: root.edge
        y: Theme.landscape ? Theme.s3 : Theme.s4
        width: root.room
        text: root.hard ? (root.vm.hardest.length === 5 ? qsTr("最难的五题") : qsTr("最难的题")) : root.vm.briefTitle
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 36
        elide: Text.ElideRight
        leading: 1.2
    }

    Label {
        id: key

        visible: text !== ""
        anchors.left: heading.left
        anchors.right: heading.right
        anchors.top: heading.bottom
        horizontalAlignment: root.hard ? Text.AlignLeft : Text.AlignRight
        text: !root.hard ? root.vm.briefUnit : Theme.night ? qsTr("亮：答错的人　暗：答对的人") : qsTr("黑：答错的人　白：答对的人")
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    Column {
        id: list

        x: root.edge
        y: (key.visible ? key.y + key.height : heading.y + heading.height) + Theme.s2
        width: root.room
        spacing: root.hard ? Theme.s1 : 0

        readonly property var rows: root.vm.brief.slice(0, Math.max(1, Math.floor(root.below / 62)))
        readonly property int pitch: Math.max(62, Math.min(78, Math.floor(root.below / Math.max(1, rows.length))))

        Repeater {
            model: root.hard ? root.vm.hardest.slice(0, Math.max(1, Math.floor((root.below + Theme.s2) / 102))) : []

            ChartShare {
                required property var modelData

                width: list.width
                label: modelData.label
                words: qsTr("%1 错").arg(modelData.words)
                share: modelData.share
                marked: modelData.marked
            }
        }

        Repeater {
            model: root.hard ? [] : list.rows

            Item {
                id: row

                required property var modelData

                width: list.width
                height: list.pitch

                Rectangle {
                    width: parent.width
                    height: Theme.hairline
                    color: Theme.ink2
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - number.width - Theme.s3
                    text: row.modelData.label
                    elide: Text.ElideRight
                }

                Song {
                    id: number

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.words
                    font.pixelSize: Theme.option
                    font.features: {
                        "tnum": 1
                    }
                    leading: 1.2
                }
            }
        }
    }

    Label {
        visible: root.vm.loading
        x: root.edge
        y: list.y
        text: qsTr("正在算")
        color: Theme.ink2
    }

    Column {
        id: actions

        x: root.edge
        y: parent.height - height - Theme.s3
        width: root.room
        spacing: Theme.s3

        Row {
            spacing: Theme.s3

            PushButton {
                objectName: "reports.filter"
                width: (root.room - Theme.s3) / 2
                height: Theme.chip
                pixelSize: Theme.label
                text: qsTr("换月份、车间")
                onClicked: root.vm.show("filter")
            }

            PushButton {
                objectName: "reports.table"
                width: (root.room - Theme.s3) / 2
                height: Theme.chip
                pixelSize: Theme.label
                enabled: !root.vm.empty && !root.vm.loading
                text: qsTr("看表格")
                onClicked: root.vm.show("table")
            }
        }

        Row {
            spacing: Theme.s3

            PushButton {
                objectName: "reports.export"
                width: earlier.visible ? root.room - earlier.width - Theme.s3 : root.room
                tone: "red"
                enabled: !root.vm.empty && !root.vm.loading
                text: root.vm.atDesk ? qsTr("导出") : qsTr("导出到 U 盘")
                onClicked: root.vm.takeAlong()
            }

            PushButton {
                id: earlier

                objectName: "reports.earlier"
                visible: text !== ""
                width: Math.min(root.room * 0.42, Math.max(240, implicitWidth))
                text: root.vm.filter.earlierWords
                onClicked: root.vm.filter.earlier()
            }
        }
    }
}
