import QtQuick
import kiosk.design
import kiosk.kinds.segment

// The bar, the times, and three buttons.
Item {
    id: root

    required property SegmentViewModel vm

    readonly property bool playing: vm.phase === "playing"
    readonly property int side: Theme.landscape ? 164 : 240
    readonly property int gap: Theme.landscape ? Theme.s2 : Theme.s3

    implicitHeight: buttons.y + buttons.height

    ScrubBar {
        id: bar

        objectName: "segment.bar"
        width: parent.width
        duration: root.vm.duration
        position: root.vm.position
        cuts: root.vm.cuts
        stepMs: 10000
        onMoved: ms => root.vm.seek(ms)
    }

    Label {
        id: now

        y: bar.height - Theme.s2
        text: root.vm.clock
        color: Theme.ink2
        font.features: {
            "tnum": 1
        }
    }

    Label {
        anchors.right: parent.right
        y: now.y
        text: root.vm.length
        color: Theme.ink2
        font.features: {
            "tnum": 1
        }
    }

    Item {
        id: buttons

        y: now.y + now.height + Theme.s2
        width: parent.width
        height: Theme.control

        PushButton {
            id: earlier

            objectName: "segment.earlier"
            width: root.side
            height: parent.height
            icon: "rotate-left"
            pixelSize: Theme.landscape ? Theme.label : Theme.button
            text: Theme.landscape ? "10" : qsTr("10 秒")
            name: qsTr("退 10 秒")
            onClicked: root.vm.skip(-10000)
        }

        PushButton {
            objectName: "segment.toggle"
            anchors.left: earlier.right
            anchors.right: later.left
            anchors.leftMargin: root.gap
            anchors.rightMargin: root.gap
            height: parent.height
            // While the next one is offered, that is the red button.
            tone: root.vm.series.offering ? "sheet" : "red"
            icon: root.playing ? "pause" : root.vm.phase !== "ended" ? "play" : Theme.landscape ? "" : "replay"
            text: root.playing ? qsTr("停一下") : root.vm.phase === "ended" ? qsTr("再放一遍") : root.vm.position > 0 ? qsTr("接着放") : qsTr("开始放")
            onClicked: root.vm.toggle()
        }

        PushButton {
            id: later

            objectName: "segment.later"
            anchors.right: parent.right
            width: root.side
            height: parent.height
            icon: "rotate-right"
            pixelSize: earlier.pixelSize
            text: earlier.text
            name: qsTr("进 10 秒")
            onClicked: root.vm.skip(10000)
        }
    }
}
