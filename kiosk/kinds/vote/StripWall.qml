pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The entries of the page as strips of one wall; the open one is wide. Nothing here is touched.
Item {
    id: root

    required property var entries
    required property int chosen

    readonly property int count: Math.max(1, entries.length)
    readonly property bool any: entries.some(e => e.value === chosen)
    readonly property real narrow: any && count > 1 ? width / 9 : width / count
    readonly property real wide: any ? width - narrow * (count - 1) : narrow

    clip: true

    Row {
        Repeater {
            model: root.entries

            Item {
                id: strip

                required property int index
                required property var modelData
                readonly property bool open: modelData.value === root.chosen

                objectName: "vote.strip." + modelData.value
                width: open ? root.wide : root.narrow
                height: root.height

                EntryArt {
                    width: parent.width - (strip.index < root.count - 1 ? Theme.section : 0)
                    height: parent.height
                    tile: strip.modelData.tile
                    number: strip.modelData.number
                    words: strip.modelData.first
                    inset: 264
                }
            }
        }
    }
}
