import QtQuick
import QtQuick.Shapes
import kiosk.design

// The moon is lit in the same share as the lanterns: nothing is all ink, everything a full moon.
Item {
    id: root

    property real share: 0
    property real radius: 310

    readonly property real bulge: radius * Math.abs(2 * share - 1) // of the edge between light and dark
    readonly property bool more: share > 0.5

    width: radius * 2
    height: radius * 2
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.share >= 1 ? Theme.gold : Theme.artInk
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Shape {
        anchors.fill: parent
        visible: root.share > 0 && root.share < 1

        ShapePath {
            fillColor: Theme.gold
            strokeWidth: -1
            startX: root.radius
            startY: 0

            PathArc {
                x: root.radius
                y: root.radius * 2
                radiusX: root.radius
                radiusY: root.radius
            }

            PathArc {
                x: root.radius
                y: 0
                radiusX: Math.max(0.5, root.bulge)
                radiusY: root.radius
                direction: root.more ? PathArc.Clockwise : PathArc.Counterclockwise
            }
        }
    }
}
