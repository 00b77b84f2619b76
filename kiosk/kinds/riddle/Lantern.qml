pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import kiosk.design

// A lantern of 216 x 296 at `unit` 1; the whole cell is touched. `look`: "dark", "lit", "missed", "shown".
// What hangs may sway; the cell never moves.
Pressable {
    id: root

    property string number: ""
    property string aim: ""
    property string answer: ""
    property string look: "dark"
    property real unit: 1
    property bool tassel: true

    readonly property bool lit: look === "lit"
    readonly property bool dark: look === "dark"
    readonly property string note: lit ? qsTr("猜中了") : dark ? aim : qsTr("看过谜底")
    readonly property color ground: lit ? (down ? Theme.redDark : Theme.red) : down || !dark ? Theme.kraft : Theme.sheet
    readonly property color words: lit ? Theme.overRed : Theme.ink

    function sway(): void {
        swing.restart();
    }

    function px(length: real): real {
        return length * root.unit;
    }

    width: px(216)
    height: px(296)
    name: [number, answer || aim, dark ? "" : note].join(" ")

    Item {
        id: hung

        width: root.width
        height: root.height
        transformOrigin: Item.Top

        Repeater {
            model: root.lit && root.tassel ? [-22, -13, 5, 14] : []

            Rectangle {
                required property int modelData
                required property int index

                x: root.px(108 + modelData)
                y: root.px(206)
                width: root.px(6)
                height: root.px(index === 0 || index === 3 ? 48 : 56)
                color: Theme.gold
            }
        }

        Shape {
            anchors.fill: parent

            ShapePath {
                fillColor: root.ground
                strokeColor: root.lit ? "transparent" : Theme.ink
                strokeWidth: root.lit ? -1 : root.px(4)
                startX: root.px(34)
                startY: root.px(14)

                PathLine {
                    x: root.px(182)
                    y: root.px(14)
                }

                PathLine {
                    x: root.px(214)
                    y: root.px(103)
                }

                PathLine {
                    x: root.px(182)
                    y: root.px(192)
                }

                PathLine {
                    x: root.px(34)
                    y: root.px(192)
                }

                PathLine {
                    x: root.px(2)
                    y: root.px(103)
                }

                PathLine {
                    x: root.px(34)
                    y: root.px(14)
                }
            }

            // The ribs, seen through the paper once there is a light.
            ShapePath {
                fillColor: "transparent"
                strokeColor: root.lit && !Theme.night ? Theme.redDark : "transparent"
                strokeWidth: root.lit && !Theme.night ? root.px(6) : -1
                joinStyle: ShapePath.MiterJoin
                startX: root.px(54)
                startY: root.px(20)

                PathLine {
                    x: root.px(24)
                    y: root.px(103)
                }

                PathLine {
                    x: root.px(54)
                    y: root.px(186)
                }

                PathMove {
                    x: root.px(162)
                    y: root.px(20)
                }

                PathLine {
                    x: root.px(192)
                    y: root.px(103)
                }

                PathLine {
                    x: root.px(162)
                    y: root.px(186)
                }
            }
        }

        Repeater {
            model: [0, 186]

            Rectangle {
                required property int modelData

                x: root.px(40)
                y: root.px(modelData)
                width: root.px(136)
                height: root.px(20)
                color: Theme.ink
            }
        }

        Song {
            id: word

            x: root.px(38)
            y: root.px(44)
            width: root.px(140)
            height: root.px(78)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.dark ? root.number : root.answer
            font.pixelSize: root.px(root.dark ? 64 : 58)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 24
            color: root.dark ? Theme.red : root.words
            leading: 1
            font.features: {
                "lnum": 1
            }
        }

        Label {
            x: root.px(34)
            y: root.px(124)
            width: root.px(148)
            height: root.px(44)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.note
            font.pixelSize: Math.max(Theme.small, root.px(Theme.small))
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            color: root.dark ? Theme.ink2 : root.words
        }

        // A breath of air: three seconds, then it hangs still again.
        SequentialAnimation {
            id: swing

            RotationAnimator {
                target: hung
                easing.type: Easing.InOutSine
                to: 2.4
                duration: 700
            }

            RotationAnimator {
                target: hung
                easing.type: Easing.InOutSine
                to: -1.8
                duration: 900
            }

            RotationAnimator {
                target: hung
                easing.type: Easing.InOutSine
                to: 1
                duration: 900
            }

            RotationAnimator {
                target: hung
                easing.type: Easing.InOutSine
                to: 0
                duration: 700
            }
        }
    }
}
