import QtQuick
import kiosk.design
import kiosk.stage

// What the audience sees. Two slide holders: the next slide is made and its film stands on its first picture before it is
// wanted, so that a step is a change of visibility and nothing flashes.
Item {
    id: root

    required property StageViewModel vm

    readonly property real fit: Math.min(width / Sheet.width, height / Sheet.height)
    property int front: 0
    property bool pending: false
    property real sheetX: (width - Sheet.width * fit) / 2
    property real sheetY: (height - Sheet.height * fit) / 2
    readonly property int showing: slot(front).shows

    function slot(number: int): StageSlot {
        return number === 0 ? first : second;
    }

    function follow(): void {
        const want = root.vm.seen;
        const other = root.slot(1 - root.front);
        if (root.slot(root.front).shows === want) {
            root.pending = false;
            root.vm.shown(want);
            return;
        }
        other.put(want);
        if (other.ready) {
            root.flip();
        } else {
            root.pending = true;
            patience.restart();
        }
    }

    function flip(): void {
        root.pending = false;
        patience.stop();
        root.front = 1 - root.front;
        root.vm.shown(root.slot(root.front).shows);
        ahead.restart();
    }

    clip: true
    Component.onCompleted: {
        first.put(root.vm.seen);
        root.vm.shown(root.vm.seen);
        ahead.restart();
    }

    Connections {
        target: root.vm

        function onPictureChanged(): void {
            root.follow();
        }
    }

    Timer {
        id: patience

        interval: 1500 // then whatever there is: the lecture goes on
        onTriggered: root.flip()
    }

    Timer {
        id: ahead

        interval: 80 // after the frame that shows this one
        onTriggered: {
            if (!root.pending)
                root.slot(1 - root.front).put(root.vm.seen + 1 < root.vm.count ? root.vm.seen + 1 : -1);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.artInk
    }

    Item {
        objectName: "stage.sheet"
        x: root.sheetX
        y: root.sheetY
        width: Sheet.width
        height: Sheet.height
        scale: root.fit
        transformOrigin: Item.TopLeft
        clip: true

        Item {
            width: Sheet.width
            height: Sheet.height
            transformOrigin: Item.TopLeft
            scale: 1 / root.vm.region.width
            x: -root.vm.region.x * Sheet.width * scale
            y: -root.vm.region.y * Sheet.height * scale

            StageSlot {
                id: first

                number: 0
                vm: root.vm
                visible: root.front === 0
                onReadyChanged: {
                    if (ready && root.pending && root.front === 1)
                        root.flip();
                }
            }

            StageSlot {
                id: second

                number: 1
                vm: root.vm
                visible: root.front === 1
                onReadyChanged: {
                    if (ready && root.pending && root.front === 0)
                        root.flip();
                }
            }

            InkLayer {
                strokes: root.vm.strokes
                drawing: root.vm.held ? [] : root.vm.drawing
                tool: root.vm.tool
            }

            Rectangle {
                visible: root.vm.pointing && !root.vm.held
                x: root.vm.pointer.x * Sheet.width - width / 2
                y: root.vm.pointer.y * Sheet.height - height / 2
                width: Sheet.pointer * root.vm.region.width
                height: width
                radius: width / 2
                color: Theme.artRed
                border.width: Theme.edge
                border.color: Theme.artPaper
            }
        }

        CardLayer {
            objectName: "live.card"
            view: root.vm.held ? ({}) : root.vm.live.card
        }
    }

    Rectangle {
        objectName: "stage.cover"
        anchors.fill: parent
        visible: root.vm.screen !== "show"
        color: root.vm.screen === "white" ? "#FFFFFF" : "#000000"
    }
}
