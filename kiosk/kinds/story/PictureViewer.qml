import QtQuick
import kiosk.design

// One picture over everything: pinch, drag, or the buttons; closes low, where a hand reaches.
Rectangle {
    id: root

    property var block: null

    signal closed

    readonly property real most: 5

    function zoom(factor: real): void {
        const next = Math.max(1, Math.min(most, picture.scale * factor));
        picture.scale = next;
        settle();
    }

    function settle(): void {
        const w = Math.max(0, (picture.width * picture.scale - frame.width) / 2);
        const h = Math.max(0, (picture.height * picture.scale - frame.height) / 2);
        const cx = (frame.width - picture.width) / 2;
        const cy = (frame.height - picture.height) / 2;
        picture.x = Math.max(cx - w, Math.min(cx + w, picture.x));
        picture.y = Math.max(cy - h, Math.min(cy + h, picture.y));
    }

    objectName: "pictureViewer"
    color: Theme.artInk

    MouseArea {
        anchors.fill: parent
    }

    Item {
        id: frame

        width: root.width
        height: root.height - bar.height
        clip: true

        Image {
            id: picture

            readonly property real ratio: root.block ? root.block.ratio : 1

            source: root.block ? root.block.source : ""
            asynchronous: true
            width: Math.min(frame.width, frame.height / ratio)
            height: width * ratio
            x: (frame.width - width) / 2
            y: (frame.height - height) / 2

            Behavior on scale {
                enabled: !pinch.active
                NumberAnimation {
                    duration: Theme.step
                    easing.type: Easing.OutCubic
                }
            }
        }

        PinchHandler {
            id: pinch

            target: picture
            minimumScale: 1
            maximumScale: root.most
            rotationAxis.enabled: false
            onActiveChanged: if (!active)
                root.settle()
        }

        DragHandler {
            target: picture
            enabled: picture.scale > 1
            onActiveChanged: if (!active)
                root.settle()
        }

        TapHandler {
            onDoubleTapped: root.zoom(picture.scale > 1 ? 0.01 : 2)
        }
    }

    Rectangle {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        height: caption.height + Theme.control + Theme.s4 * 2 + Theme.s3
        color: Theme.kraft

        Label {
            id: caption

            x: Theme.margin
            y: Theme.s4
            width: parent.width - Theme.margin * 2
            text: root.block ? root.block.caption || root.block.alt : ""
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }

        Row {
            x: Theme.margin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s4
            spacing: Theme.s3

            PushButton {
                objectName: "viewer.out"
                width: (bar.width - Theme.margin * 2 - Theme.s3 * 2) * 0.27
                icon: "magnify-minus-outline"
                text: qsTr("缩小")
                enabled: picture.scale > 1
                onClicked: root.zoom(1 / 1.6)
            }

            PushButton {
                objectName: "viewer.in"
                width: (bar.width - Theme.margin * 2 - Theme.s3 * 2) * 0.27
                icon: "magnify-plus-outline"
                text: qsTr("放大")
                enabled: picture.scale < root.most
                onClicked: root.zoom(1.6)
            }

            PushButton {
                objectName: "viewer.close"
                width: (bar.width - Theme.margin * 2 - Theme.s3 * 2) * 0.46
                tone: "red"
                text: qsTr("看完了")
                onClicked: root.closed()
            }
        }
    }
}
