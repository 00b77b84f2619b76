import QtQuick
import QtQuick.Shapes
import kiosk.design
import kiosk.stage

// One stroke; points are shares of the sheet.
Shape {
    id: root

    required property string tool
    required property var points

    readonly property bool wide: tool === "marker"

    width: Sheet.width
    height: Sheet.height

    ShapePath {
        strokeWidth: root.wide ? Sheet.marker : Sheet.pen
        strokeColor: root.wide ? Qt.alpha(Theme.artGold, 0.45) : Theme.artRed
        fillColor: "transparent"
        capStyle: root.wide ? ShapePath.FlatCap : ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathPolyline {
            path: {
                const all = root.points.map(p => Qt.point(p.x * Sheet.width, p.y * Sheet.height));
                if (all.length === 1)
                    all.push(Qt.point(all[0].x + Sheet.pen, all[0].y));
                return all;
            }
        }
    }
}
