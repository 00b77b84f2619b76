import QtQuick
import kiosk.design
import kiosk.stage

// The speaker's slide on the console: what the audience sees, with the tools' glass over it.
Item {
    id: root

    required property StageViewModel vm

    readonly property string told: vm.screen === "black" ? qsTr("观众看到的是黑屏") : vm.screen === "white" ? qsTr("观众看到的是白屏") : vm.held ? qsTr("已定格：观众停在第 %1 页").arg(vm.seen + 1) : ""

    height: width * Sheet.height / Sheet.width

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.line
        color: Theme.ink
    }

    Item {
        anchors.fill: parent
        clip: true

        Item {
            id: zoomer

            width: root.width
            height: root.height
            transformOrigin: Item.TopLeft
            scale: 1 / root.vm.ownRegion.width
            x: -root.vm.ownRegion.x * width * scale
            y: -root.vm.ownRegion.y * height * scale

            SlideView {
                id: slide

                width: root.width
                height: root.height
                vm: root.vm
            }

            InkLayer {
                scale: root.width / Sheet.width
                transformOrigin: Item.TopLeft
                strokes: root.vm.ownStrokes
                drawing: root.vm.drawing
                tool: root.vm.tool
            }
        }

        CardLayer {
            scale: root.width / Sheet.width
            transformOrigin: Item.TopLeft
            view: root.vm.live.card
        }

        TouchPad {
            objectName: "console.pad"
            anchors.fill: parent
            vm: root.vm
        }

        Rectangle {
            objectName: "console.state"
            visible: root.told !== ""
            y: parent.height - height
            width: parent.width
            height: Theme.chip
            color: Theme.artInk

            Label {
                anchors.centerIn: parent
                text: root.told
                bold: true
                color: Theme.artGold
            }
        }
    }

    // After the audience's own change: the console may be a moment later.
    Timer {
        id: later

        interval: 30
        onTriggered: slide.step = root.vm.current
    }

    Connections {
        target: root.vm

        function onStepChanged(): void {
            later.restart();
        }
    }

    Component.onCompleted: slide.step = root.vm.current
}
