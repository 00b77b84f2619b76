pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import kiosk.design
import kiosk.kinds.riddle

// The riddle hangs as a slip through a lantern that is larger than its wall.
Item {
    id: root

    required property RiddleViewModel vm

    readonly property bool helped: vm.lantern.faceMeaning !== ""
    readonly property bool tall: !Theme.landscape
    // In a narrow wall a long riddle stands above its translation instead of beside it.
    readonly property bool stacked: helped && !tall && height > 600 && vm.lantern.face.length > 16
    readonly property real middle: width * (tall ? 0.565 : 0.6) // of the lantern
    readonly property real half: width * (tall ? 0.49 : 0.54)
    readonly property real waist: height * 0.43
    readonly property real tagEdge: Theme.margin + 104 + Theme.s3
    readonly property real slipMost: stacked ? width - tagEdge - Theme.s3 : helped ? (tall ? 400 : 248) : 2 * Math.min(middle - tagEdge, width - Theme.s3 - middle)
    readonly property color rib: Theme.night ? Theme.artBlue : "#8E1B14"

    // Where an edge or a rib of the half width `reach` is at the top, the waist and the foot.
    function slope(reach: real, y: real): real {
        return y < root.waist ? reach * (1 - 0.36 * (root.waist - y) / root.waist) : reach * (1 - 0.42 * (y - root.waist) / (root.height - 48 - root.waist));
    }

    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.night ? Theme.paper : Theme.artBlue
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            fillColor: Theme.night ? Theme.paper : Theme.artRed
            strokeColor: Theme.night ? Theme.ink : "transparent"
            strokeWidth: Theme.night ? Theme.line : -1
            startX: root.middle - root.slope(root.half, 0)
            startY: 0

            PathLine {
                x: root.middle - root.half
                y: root.waist
            }

            PathLine {
                x: root.middle - root.slope(root.half, root.height - 48)
                y: root.height - 48
            }

            PathLine {
                x: root.middle + root.slope(root.half, root.height - 48)
                y: root.height - 48
            }

            PathLine {
                x: root.middle + root.half
                y: root.waist
            }

            PathLine {
                x: root.middle + root.slope(root.half, 0)
                y: 0
            }
        }
    }

    Repeater {
        model: [-0.73, -0.38, 0.38, 0.73]

        Shape {
            id: ribs

            required property real modelData

            anchors.fill: parent

            ShapePath {
                fillColor: "transparent"
                strokeColor: root.rib
                strokeWidth: 11
                capStyle: ShapePath.FlatCap
                joinStyle: ShapePath.MiterJoin
                startX: root.middle + root.slope(root.half * ribs.modelData, 0)
                startY: 0

                PathLine {
                    x: root.middle + root.half * ribs.modelData
                    y: root.waist
                }

                PathLine {
                    x: root.middle + root.slope(root.half * ribs.modelData, root.height - 48)
                    y: root.height - 48
                }
            }
        }
    }

    // The lower cap, on which stands what kind of thing is looked for.
    Rectangle {
        id: cap

        x: root.middle - width / 2
        y: root.height - height
        width: Math.min(root.width, root.half)
        height: 68
        color: Theme.ink
    }

    RiddleSlip {
        id: slip

        objectName: "riddle.slip"
        x: root.helped ? root.tagEdge : Math.min(root.middle - width / 2, root.width - Theme.s3 - width)
        y: -Theme.s1
        height: (root.stacked ? 384 : cap.y) - y
        most: root.slipMost
        largest: root.helped ? 120 : 172
        vm: root.vm
    }

    // A narrow slip ends in front of the cap.
    Rectangle {
        visible: plate.x >= slip.x + slip.width && !root.stacked
        x: slip.x
        y: cap.y
        width: slip.width
        height: Theme.s3
        color: Theme.night ? Theme.paper : Theme.artPaper
    }

    Rectangle {
        id: plate

        x: Math.min(root.width - width, Math.max(cap.x + cap.width - width, root.stacked ? 0 : slip.x + slip.width))
        y: cap.y
        width: words.implicitWidth + Theme.s4 * 2
        height: cap.height
        color: Theme.ink

        Label {
            id: words

            objectName: "riddle.aim"
            anchors.centerIn: parent
            text: root.vm.lantern.aim
            bold: true
            font.pixelSize: 38
            color: Theme.overInk
        }
    }

    Loader {
        active: root.helped
        x: root.stacked ? Theme.s5 : slip.x + slip.width + Theme.s3
        y: root.stacked ? slip.y + slip.height + Theme.s3 : Theme.s5
        width: root.width - x - Theme.s3
        sourceComponent: Translation {
            most: cap.y - Theme.s3 - (root.stacked ? slip.y + slip.height + Theme.s3 : Theme.s5)
            vm: root.vm
        }
    }
}
