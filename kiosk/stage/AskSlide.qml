pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// A step in which the audience takes part: its question, and what is chosen from.
SlideBase {
    id: root

    readonly property var letters: ["甲", "乙", "丙", "丁", "戊", "己"]
    readonly property bool listed: root.step.options.length > 0

    SlideTag {
        x: 96
        text: root.step.tag
        onRed: root.step.ground === "red"
    }

    Column {
        x: Sheet.margin + Theme.s8
        y: root.listed ? 110 : 340
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

                width: (Sheet.width - Sheet.margin * 2 - Theme.s8 - Theme.s3) / 2
                height: 152
                color: Theme.artPaper
                border.width: Theme.edge
                border.color: Theme.artInk

                Song {
                    width: 136
                    height: parent.height
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: root.letters[option.index]
                    font.pixelSize: 64
                    color: Theme.artRed
                }

                Label {
                    x: 136
                    width: parent.width - x - Theme.s3
                    height: parent.height
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
