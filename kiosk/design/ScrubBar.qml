pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A bar made for fingers: 12 px of line, a knob of 44x88, 120 px to touch. Times in milliseconds.
FocusScope {
    id: root

    required property int duration
    required property int position
    property var cuts: [] // starts of chapters, ms
    property bool inkGround: false
    property int stepMs: 5000

    readonly property bool dragging: area.pressed
    readonly property real shown: dragging ? area.value : (duration > 0 ? Math.min(1, position / duration) : 0)

    signal moved(int ms)

    implicitHeight: Math.max(120, Theme.touchFloor)
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("进度")

    Keys.onLeftPressed: root.moved(Math.max(0, position - stepMs))
    Keys.onRightPressed: root.moved(Math.min(duration, position + stepMs))

    Rectangle {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 12
        color: root.inkGround ? Theme.overInkTrack : Theme.track

        Rectangle {
            width: parent.width * root.shown
            height: parent.height
            color: root.inkGround ? Theme.goldOnInk : Theme.red
        }

        Repeater {
            model: root.cuts

            Rectangle {
                required property int modelData

                x: root.duration > 0 ? line.width * modelData / root.duration - 3 : 0
                visible: modelData > 0
                width: 6
                height: line.height
                color: root.inkGround ? Theme.ink : Theme.paper
            }
        }
    }

    Rectangle {
        x: Math.max(0, Math.min(root.width - width, root.width * root.shown - width / 2))
        anchors.verticalCenter: parent.verticalCenter
        width: 44
        height: 88
        color: root.inkGround ? Theme.overInk : Theme.ink
        border.width: root.activeFocus ? Theme.edge : 0
        border.color: Theme.gold
    }

    MouseArea {
        id: area

        property real value: 0

        function follow(x: real): void {
            value = Math.max(0, Math.min(1, x / width));
        }

        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => follow(mouse.x)
        onPositionChanged: mouse => follow(mouse.x)
        onReleased: root.moved(Math.round(value * root.duration))
    }
}
