pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

SlideBase {
    id: root

    readonly property real rowHeight: Sheet.bodyHeight / Math.max(3, root.step.entries.length)

    SlideHead {
        step: root.step
        words: root.words
        accent: root.accent
    }

    Rectangle {
        x: Sheet.margin + 380
        y: Sheet.bodyY
        width: Theme.edge
        height: root.rowHeight * root.step.entries.length
        color: root.words
    }

    Column {
        x: Sheet.margin
        y: Sheet.bodyY

        Repeater {
            model: root.step.entries

            Item {
                id: entry

                required property var modelData

                width: Sheet.width - Sheet.margin * 2
                height: root.rowHeight

                Song {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 340
                    horizontalAlignment: Text.AlignRight
                    text: entry.modelData.when
                    font.pixelSize: 56
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 30
                    color: root.accent
                }

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    x: 380 + Theme.edge / 2 - width / 2
                    width: 28
                    height: 28
                    color: root.accent
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    x: 432
                    width: parent.width - x
                    text: entry.modelData.what
                    font.pixelSize: root.step.size
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    color: root.words
                }
            }
        }
    }
}
