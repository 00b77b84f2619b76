pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// A ledger: its lines filled themselves; what an inspection would ask for stands in red.
Item {
    id: root

    required property ReportsViewModel page
    required property ReportLedger vm

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 876 : width
    readonly property int edge: wide ? wall + Theme.s3 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "reports.ledger"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("台账")
        Component.onCompleted: drop()
    }

    Song {
        id: title

        objectName: "reports.ledger.title"
        x: tag.x + tag.width + Theme.s5
        y: Theme.s5
        width: root.wall - x - Theme.s5
        text: root.vm.title
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 44
        leading: 1.15
    }

    Label {
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        text: root.vm.about
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    Column {
        id: gaps

        x: Theme.margin
        y: 280
        width: root.wall - Theme.margin - (root.wide ? Theme.s5 : Theme.margin)
        spacing: Theme.s1

        Repeater {
            model: root.vm.gaps.slice(0, root.wide ? 5 : 4)

            ChartShare {
                required property var modelData

                width: gaps.width
                label: modelData.label
                words: modelData.words
                share: modelData.share
                marked: modelData.marked
            }
        }
    }

    Rectangle {
        id: line

        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone
        width: root.room
        height: Theme.section
        color: Theme.ink
    }

    ListView {
        id: list

        objectName: "reports.ledger.lines"
        x: root.edge
        y: line.y + line.height
        width: root.room
        height: tray.y - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.vm.lines
        bottomMargin: contentHeight > height ? more.height : 0

        delegate: Pressable {
            id: row

            required property var modelData

            objectName: "reports.line." + modelData.number
            width: list.width
            height: Theme.control
            name: modelData.number + " " + modelData.name + " " + modelData.missing
            onClicked: root.vm.openLine(modelData.id)

            Rectangle {
                anchors.fill: parent
                color: row.down ? Theme.kraft : "transparent"
            }

            Song {
                id: number

                anchors.verticalCenter: parent.verticalCenter
                width: 176
                text: row.modelData.number
                font.pixelSize: Theme.label
                color: Theme.ink2
            }

            Column {
                anchors.left: number.right
                anchors.right: arrow.left
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter

                Song {
                    width: parent.width
                    text: row.modelData.name
                    font.pixelSize: Theme.button
                    elide: Text.ElideRight
                    leading: 1.2
                }

                Label {
                    width: parent.width
                    text: row.modelData.missing !== "" ? row.modelData.missing : row.modelData.note
                    font.pixelSize: Theme.meta
                    color: row.modelData.missing !== "" ? Theme.redDark : Theme.ink2
                    elide: Text.ElideRight
                }
            }

            Icon {
                id: arrow

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                name: row.modelData.missing !== "" ? "pencil-outline" : "check-bold"
                color: row.modelData.missing !== "" ? Theme.redDark : Theme.green
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.rule
            }
        }
    }

    StateBlock {
        visible: root.vm.loading
        x: root.edge
        y: line.y + Theme.s4
        width: root.room
        condition: "loading"
        title: qsTr("正在照着记录填")
    }

    MoreBelow {
        id: more

        objectName: "reports.ledger.more"
        list: list
        x: root.edge
        width: root.room
        y: tray.y - height
    }

    Tray {
        id: tray

        x: root.wide ? root.wall : 0
        width: parent.width - x
        height: acts.height + Theme.s3 * 2
        y: parent.height - height

        Column {
            id: acts

            x: root.edge - tray.x
            y: Theme.s3
            width: root.room
            spacing: Theme.s2

            ChoiceRow {
                width: parent.width
                prefix: "reports.ledger."
                choices: root.vm.names
                onChosen: key => root.vm.choose(key)
            }

            Row {
                spacing: Theme.s3

                PushButton {
                    objectName: "reports.export"
                    width: (root.room - Theme.s3) * 0.6
                    tone: "red"
                    enabled: !root.vm.loading
                    text: root.page.atDesk ? qsTr("导出") : qsTr("导出到 U 盘")
                    onClicked: root.page.takeAlong()
                }

                PushButton {
                    objectName: "reports.gaps"
                    width: (root.room - Theme.s3) * 0.4
                    text: root.vm.onlyGaps ? qsTr("看全部") : qsTr("只看缺的")
                    onClicked: root.vm.toggleGaps()
                }
            }
        }
    }
}
