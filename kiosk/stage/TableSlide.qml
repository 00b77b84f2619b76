pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

SlideBase {
    id: root

    readonly property int columns: Math.max(1, root.step.head.length)
    readonly property real cell: (Sheet.width - Sheet.margin * 2) / columns
    readonly property real rowHeight: Math.min(132, Sheet.bodyHeight / (root.step.rows.length + 1))

    SlideHead {
        step: root.step
        words: root.words
        accent: root.accent
    }

    Column {
        x: Sheet.margin
        y: Sheet.bodyY

        Repeater {
            model: [root.step.head].concat(root.step.rows)

            Item {
                id: line

                required property var modelData
                required property int index

                width: Sheet.width - Sheet.margin * 2
                height: root.rowHeight

                Rectangle {
                    y: parent.height - height
                    width: parent.width
                    height: line.index === 0 ? Theme.section : Theme.hairline
                    color: line.index === 0 ? root.accent : root.words
                }

                Row {
                    anchors.verticalCenter: parent.verticalCenter

                    Repeater {
                        model: line.modelData

                        Label {
                            required property string modelData
                            required property int index

                            width: root.cell
                            rightPadding: Theme.s3
                            text: modelData
                            font.pixelSize: root.step.size
                            font.features: ({
                                    "tnum": 1
                                })
                            bold: line.index === 0 || index === 0
                            elide: Text.ElideRight
                            maximumLineCount: root.rowHeight > root.step.size * 2.8 ? 2 : 1
                            wrapMode: Text.Wrap
                            color: line.index === 0 ? root.accent : root.words
                        }
                    }
                }
            }
        }
    }
}
