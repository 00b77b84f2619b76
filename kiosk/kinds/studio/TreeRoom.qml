pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// The master-apprentice tree, one column a generation, drawn from left to right.
RoomPage {
    id: root

    readonly property var tree: vm.rooms.tree
    readonly property int gap: tree.columns > 3 ? 28 : 40
    readonly property int knotWidth: Math.floor((list.width - gap * (tree.columns - 1)) / Math.max(1, tree.columns))
    readonly property int step: knotHeight + 16
    readonly property int knotHeight: tree.columns > 3 && !wide ? 150 : 116

    function middle(row: real): real {
        return row * step + knotHeight / 2;
    }

    objectName: "studio.tree"
    heading: qsTr("师带徒")
    note: qsTr("%1 代，%2 人。红方块：已出师").arg(tree.columns).arg(tree.knots.length)
    view: list

    Flickable {
        id: list

        objectName: "studio.list"
        anchors.fill: parent
        contentWidth: width
        contentHeight: root.tree.rows * root.step + Theme.s3
        boundsBehavior: Flickable.StopAtBounds

        Repeater {
            model: root.tree.knots

            Item {
                id: spot

                required property var modelData
                readonly property real at: root.middle(modelData.row)
                readonly property real master: root.middle(modelData.master)

                // From the master's side half way, up or down, and to this one.
                Rectangle {
                    visible: spot.modelData.master >= 0
                    x: spot.modelData.column * (root.knotWidth + root.gap) - root.gap / 2
                    y: spot.at - 2
                    width: root.gap / 2
                    height: 4
                    color: Theme.ink
                }

                Rectangle {
                    visible: spot.modelData.master >= 0
                    x: spot.modelData.column * (root.knotWidth + root.gap) - root.gap / 2 - 2
                    y: Math.min(spot.at, spot.master) - 2
                    width: 4
                    height: Math.abs(spot.at - spot.master) + 4
                    color: Theme.ink
                }

                Rectangle {
                    visible: spot.modelData.master >= 0
                    x: spot.modelData.column * (root.knotWidth + root.gap) - root.gap
                    y: spot.master - 2
                    width: root.gap / 2
                    height: 4
                    color: Theme.ink
                }

                TreeKnot {
                    x: spot.modelData.column * (root.knotWidth + root.gap)
                    y: spot.modelData.row * root.step
                    width: root.knotWidth
                    height: root.knotHeight
                    knot: spot.modelData
                }
            }
        }
    }
}
