pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// A question put to the room; for a show of hands what is chosen from, and the hands once the speaker shows them.
Item {
    id: root

    required property var step
    required property var view
    required property color words
    required property color accent

    readonly property bool counted: root.view.shown ?? false
    readonly property string letters: qsTr("甲乙丙丁戊己")
    readonly property bool listed: root.step.options.length > 0

    Column {
        x: Sheet.margin + Theme.s8
        y: root.listed ? 110 : Math.max(110, (Sheet.height - height) / 2)
        width: Sheet.width - x - Sheet.margin
        spacing: Theme.s4

        Label {
            text: root.step.kindWord
            font.pixelSize: 48
            bold: true
            color: root.accent
        }

        Song {
            width: parent.width
            text: root.step.display
            font.pixelSize: root.step.size
            wrapMode: Text.Wrap
            color: root.words
        }

        Label {
            width: parent.width
            visible: text !== "" && !root.listed
            text: root.step.line
            font.pixelSize: Sheet.line
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.words
        }

        Label {
            visible: root.view.kind === "suggestion"
            width: parent.width
            topPadding: Theme.s5
            text: (root.view.voices ?? 0) > 0 ? qsTr("已经有 %1 位说了。讲完就在这块屏上写，首页“建言献策”。").arg(root.view.voices) : qsTr("想说的举手；讲完也可以在这块屏上写，首页“建言献策”。")
            font.pixelSize: 44
            wrapMode: Text.Wrap
            color: root.words
        }
    }

    Grid {
        x: Sheet.margin + Theme.s8
        y: 500
        columns: 2
        rowSpacing: Theme.s3
        columnSpacing: Theme.s3

        Repeater {
            model: root.step.options

            Rectangle {
                id: option

                required property string modelData
                required property int index
                readonly property var hands: (root.view.options ?? [])[index]

                width: (Sheet.width - Sheet.margin * 2 - Theme.s8 - Theme.s3) / 2
                height: 152
                color: Theme.artPaper
                border.width: Theme.edge
                border.color: Theme.artInk

                Rectangle {
                    visible: root.counted
                    anchors.left: parent.left
                    anchors.bottom: parent.bottom
                    anchors.margins: Theme.edge
                    width: (parent.width - Theme.edge * 2) * (option.hands?.share ?? 0)
                    height: 28
                    color: option.hands?.most ? Theme.artRed : Theme.artGold
                }

                Song {
                    id: number

                    visible: root.counted
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s4
                    height: parent.height - (root.counted ? 20 : 0)
                    verticalAlignment: Text.AlignVCenter
                    text: option.hands?.count ?? 0
                    font.pixelSize: 76
                    color: Theme.artRed
                }

                Song {
                    width: 136
                    height: parent.height - (root.counted ? 20 : 0)
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: root.letters[option.index]
                    font.pixelSize: 64
                    color: Theme.artRed
                }

                Label {
                    x: 136
                    width: parent.width - x - Theme.s3 - (root.counted ? number.width + Theme.s4 : 0)
                    height: parent.height - (root.counted ? 20 : 0)
                    verticalAlignment: Text.AlignVCenter
                    text: option.modelData
                    font.pixelSize: 48
                    fontSizeMode: Text.Fit
                    minimumPixelSize: 30
                    wrapMode: Text.Wrap
                    elide: Text.ElideRight
                    color: Theme.artInk
                }
            }
        }
    }
}
