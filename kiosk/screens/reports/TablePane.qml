pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// A table without boxes: a name, what is said beside it, numbers in line, a rule above each row.
Item {
    id: root

    required property ReportsViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int room: width - Theme.margin * 2
    readonly property int columns: vm.columns.length
    readonly property int cell: Math.min(260, Math.floor((wide ? room * 0.72 : room) / Math.max(1, columns)))
    readonly property int first: wide ? room - cell * columns : room

    objectName: "reports.tables"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("表格")
    }

    Song {
        id: title

        x: tag.x + tag.width + Theme.s4
        y: Theme.s4
        width: parent.width - x - Theme.margin
        text: root.vm.name
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 36
        leading: 1.2
    }

    Label {
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        text: root.vm.filter.about
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Row {
        id: headings

        x: Theme.margin + (root.wide ? root.first : 0)
        y: 264

        Repeater {
            model: root.vm.columns

            Label {
                required property string modelData

                width: root.cell
                height: 84
                leftPadding: root.wide ? Theme.s2 : Theme.s1
                text: modelData
                font.pixelSize: root.cell < 140 ? 24 : Theme.small
                fontSizeMode: Text.Fit
                minimumPixelSize: 20
                color: Theme.ink2
                horizontalAlignment: Text.AlignRight
                verticalAlignment: Text.AlignBottom
                wrapMode: Text.Wrap
                maximumLineCount: root.wide ? 2 : 3
                lineHeight: root.wide ? 1 : 0.85
                elide: Text.ElideRight
            }
        }
    }

    Rectangle {
        id: line

        x: Theme.margin
        y: headings.y + 84 + Theme.s1
        width: root.room
        height: Theme.section
        color: Theme.ink
    }

    ListView {
        id: list

        objectName: "reports.rows"
        x: Theme.margin
        y: line.y + line.height
        width: root.room
        height: tray.y - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.vm.rows
        bottomMargin: contentHeight > height ? more.height : 0

        delegate: Item {
            id: row

            required property var modelData
            required property int index

            width: list.width
            height: root.wide ? Math.max(92, words.height + Theme.s3) : words.height + cells.height + Theme.s3

            Column {
                id: words

                y: root.wide ? (row.height - height) / 2 : Theme.s2
                width: root.first - Theme.s3

                Label {
                    width: parent.width
                    text: row.modelData.title
                    bold: true
                    font.pixelSize: Theme.label
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }

                Label {
                    visible: text !== ""
                    width: parent.width
                    text: row.modelData.note
                    font.pixelSize: Theme.meta
                    color: Theme.ink2
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    elide: Text.ElideRight
                }
            }

            Row {
                id: cells

                x: root.wide ? root.first : 0
                y: root.wide ? (row.height - height) / 2 : words.y + words.height

                Repeater {
                    model: row.modelData.cells

                    Song {
                        required property string modelData

                        width: root.cell
                        height: 56
                        leftPadding: root.wide ? Theme.s3 : Theme.s1
                        text: modelData
                        font.pixelSize: root.cell < 140 ? 30 : 36
                        font.features: {
                            "tnum": 1
                        }
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 20
                        horizontalAlignment: Text.AlignRight
                        verticalAlignment: Text.AlignVCenter
                    }
                }
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.rule
            }
        }

        footer: Label {
            width: list.width
            topPadding: Theme.s3
            text: list.count === 0 ? qsTr("这张表是空的。") : root.vm.notes
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }

    MoreBelow {
        id: more

        objectName: "reports.more"
        list: list
        x: Theme.margin
        width: root.room
        y: tray.y - height
    }

    Tray {
        id: tray

        visible: root.vm.tables.length > 1
        width: parent.width
        height: visible ? Theme.chip + Theme.s3 * 2 : 0
        y: parent.height - height

        Flickable {
            x: Theme.margin
            y: Theme.s3
            width: root.room
            height: Theme.chip
            contentWidth: chips.width
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Row {
                id: chips

                spacing: Theme.s2

                Repeater {
                    model: root.vm.tables

                    Chip {
                        required property var modelData

                        objectName: "reports.table." + modelData.key
                        text: modelData.text
                        checked: modelData.on
                        onClicked: root.vm.openTable(modelData.key)
                    }
                }
            }
        }
    }
}
