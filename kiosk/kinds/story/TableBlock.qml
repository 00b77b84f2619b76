pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A small table: an ink head line and rules, no boxes. Wide tables scroll sideways.
Flickable {
    id: root

    required property var block

    readonly property int columns: block.head.length
    readonly property real cell: Math.max(260, width / Math.max(1, columns))

    implicitHeight: grid.height + Theme.s4 * 2
    contentWidth: cell * columns
    interactive: contentWidth > width + 1
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    Column {
        id: grid

        y: Theme.s4
        width: root.contentWidth

        Repeater {
            model: [root.block.head].concat(root.block.rows)

            Item {
                id: line

                required property int index
                required property var modelData

                width: grid.width
                height: cells.height + Theme.s2

                Row {
                    id: cells

                    topPadding: Theme.s1
                    bottomPadding: Theme.s1

                    Repeater {
                        model: line.modelData

                        Label {
                            required property string modelData

                            width: root.cell
                            rightPadding: Theme.s3
                            text: modelData
                            font.pixelSize: line.index === 0 ? Math.max(Theme.meta, Theme.read * 0.8) : Theme.read
                            bold: line.index === 0
                            color: line.index === 0 ? Theme.ink2 : Theme.ink
                            wrapMode: Text.Wrap
                        }
                    }
                }

                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: line.index === 0 ? Theme.section : Theme.hairline
                    color: line.index === 0 ? Theme.ink : Theme.rule
                }
            }
        }
    }
}
