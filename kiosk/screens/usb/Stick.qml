pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The stick as a chart of what is on it: each block as high as its count, the new one fills with green while it is copied.
Item {
    id: root

    required property var blocks // [{key, count, words}], top first; the block "new" also has `taken` and `rest`
    property bool out: false // pulled: it hangs free of the edge it was plugged into

    readonly property int plug: 149
    readonly property int gap: out ? Theme.s5 : 0
    readonly property int least: 66
    readonly property int inner: height - plug - gap - Theme.section * 2
    readonly property int leastNew: 214 // a large numeral, and a line above it
    readonly property int total: blocks.reduce((sum, b) => sum + b.count, 0)
    readonly property int bound: blocks.reduce((sum, b) => sum + (b.key === "new" ? leastNew : least) + Theme.section, -Theme.section)

    function share(block: var): int {
        return (block.key === "new" ? leastNew : least) + Math.floor(Math.max(0, inner - bound) * block.count / Math.max(1, total));
    }

    implicitWidth: 408
    implicitHeight: 737

    Rectangle {
        x: 84
        y: root.out ? root.gap : -Theme.section
        width: 240
        height: root.plug + (root.out ? 0 : Theme.section)
        color: Theme.track
        border.width: Theme.section
        border.color: Theme.ink

        Repeater {
            model: 2

            Rectangle {
                required property int index

                x: 42 + index * 108
                y: parent.height - 92
                width: 48
                height: 40
                color: Theme.ink
            }
        }
    }

    Rectangle {
        id: body

        y: root.plug + root.gap
        width: parent.width
        height: parent.height - y
        color: Theme.sheet
        border.width: Theme.section
        border.color: Theme.ink

        Column {
            x: Theme.section
            y: Theme.section
            width: parent.width - Theme.section * 2

            Repeater {
                id: stack

                model: root.blocks

                Item {
                    id: block

                    required property int index
                    required property var modelData
                    readonly property bool fresh: modelData.key === "new"
                    readonly property real full: fresh && modelData.count > 0 ? modelData.taken / modelData.count : 0
                    // The last block takes what rounding left.
                    readonly property int own: index === stack.count - 1 ? root.inner - y : root.share(modelData)

                    width: parent.width
                    height: own + (index < stack.count - 1 ? Theme.section : 0)

                    Rectangle {
                        width: parent.width
                        height: block.own
                        color: block.fresh ? Theme.sheet : block.modelData.key === "same" ? Theme.track : block.modelData.key === "older" ? Theme.kraft : Theme.paper
                    }

                    Label {
                        visible: block.full > 0 && block.full < 1 && block.own * (1 - block.full) > height + Theme.s2 && block.own > 190
                        x: Theme.s3
                        y: Theme.s2
                        width: parent.width - Theme.s3 * 2
                        text: block.modelData.rest
                        font.pixelSize: Theme.meta
                        elide: Text.ElideRight
                    }

                    StickCount {
                        width: parent.width
                        height: block.own
                        number: block.full > 0 ? block.modelData.taken : block.modelData.count
                        words: block.modelData.words
                        strong: block.fresh
                        color: block.modelData.key === "same" && Theme.night ? Theme.paper : Theme.ink
                    }

                    // The same words once more, for the part that is under green.
                    Item {
                        visible: block.full > 0
                        y: block.own - height
                        width: parent.width
                        height: Math.round(block.own * block.full)
                        clip: true

                        Rectangle {
                            anchors.fill: parent
                            color: Theme.green
                        }

                        StickCount {
                            y: parent.height - height
                            width: parent.width
                            height: block.own
                            number: block.modelData.taken
                            words: block.modelData.words
                            strong: true
                            color: Theme.overGreen
                        }
                    }

                    Rectangle {
                        visible: block.index < stack.count - 1
                        y: block.own
                        width: parent.width
                        height: Theme.section
                        color: Theme.ink
                    }
                }
            }
        }
    }

    Accessible.role: Accessible.Chart
    Accessible.name: blocks.map(b => b.count + " " + b.words).join(", ")
}
