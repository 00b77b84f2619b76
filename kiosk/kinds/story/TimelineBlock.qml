pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.story

// Years on an ink line, each a red square.
Item {
    id: root

    required property var block
    property int active: -1
    property bool aside: false

    signal touched(int key)

    readonly property int yearWidth: Math.max(150, Theme.read * 4.6)

    implicitHeight: column.height + Theme.s4 * 2

    Rectangle {
        x: root.yearWidth + 10
        y: Theme.s4 + Theme.read
        width: Theme.edge
        height: column.height - Theme.read * 1.6
        color: Theme.ink
    }

    Column {
        id: column

        y: Theme.s4
        width: root.width
        spacing: Theme.s3

        Repeater {
            model: root.block.entries

            Item {
                id: entry

                required property var modelData

                width: column.width
                height: Math.max(words.height, year.height)

                Song {
                    id: year

                    width: root.yearWidth - Theme.s3
                    height: Theme.read * Theme.readLine
                    verticalAlignment: Text.AlignVCenter
                    horizontalAlignment: Text.AlignRight
                    text: entry.modelData.when
                    font.pixelSize: Theme.read * 1.1
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                    leading: 1
                    font.features: {
                        "tnum": 1
                    }
                }

                Rectangle {
                    x: root.yearWidth
                    y: Theme.read * Theme.readLine / 2 - 12
                    width: 24
                    height: 24
                    color: Theme.red
                }

                ReadText {
                    id: words

                    x: root.yearWidth + 24 + Theme.s3
                    width: parent.width - x
                    html: entry.modelData.what
                    sentences: entry.modelData.sentences
                    active: root.active
                    aside: root.aside
                    align: "left"
                    onTouched: key => root.touched(key)
                }
            }
        }
    }
}
