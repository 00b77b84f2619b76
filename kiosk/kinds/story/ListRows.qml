pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.story

Column {
    id: root

    required property var block
    property int active: -1
    property bool aside: false

    signal touched(int key)

    topPadding: Theme.s2
    bottomPadding: Theme.s2
    spacing: Theme.s1

    Repeater {
        model: root.block.items

        Item {
            id: entry

            required property int index
            required property var modelData

            width: root.width
            height: words.height

            Song {
                visible: root.block.ordered
                width: 84
                height: Theme.read * Theme.readLine
                verticalAlignment: Text.AlignVCenter
                text: "一二三四五六七八九十".charAt(entry.index) || entry.index + 1
                font.pixelSize: Theme.read
                color: Theme.red
                leading: 1
            }

            Rectangle {
                visible: !root.block.ordered
                x: 12
                y: Theme.read * Theme.readLine / 2 - 3
                width: 28
                height: 6
                color: Theme.red
            }

            ReadText {
                id: words

                x: 84
                width: parent.width - x
                html: entry.modelData.html
                sentences: entry.modelData.sentences
                active: root.active
                aside: root.aside
                align: "left"
                onTouched: key => root.touched(key)
            }
        }
    }
}
