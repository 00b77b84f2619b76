pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// One picture over everything, nearer by buttons; arrows move what does not fit.
Rectangle {
    id: root

    required property var picture

    readonly property real most: 4
    readonly property real roomX: Math.max(0, (image.width * image.scale - frame.width) / 2)
    readonly property real roomY: Math.max(0, (image.height * image.scale - frame.height) / 2)
    property real driftX: 0
    property real driftY: 0

    signal closed

    function zoom(factor: real): void {
        image.scale = Math.max(1, Math.min(most, image.scale * factor));
        shift(0, 0);
    }

    function shift(x: real, y: real): void {
        driftX = Math.max(-roomX, Math.min(roomX, driftX + x));
        driftY = Math.max(-roomY, Math.min(roomY, driftY + y));
    }

    objectName: "studio.look"
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
            id: image

            source: root.picture.source
            asynchronous: true
            width: Math.min(frame.width, frame.height / root.picture.ratio)
            height: width * root.picture.ratio
            x: (frame.width - width) / 2 + root.driftX
            y: (frame.height - height) / 2 + root.driftY
            Accessible.role: Accessible.Graphic
            Accessible.name: root.picture.alt
        }

        DragHandler {
            property real seenX: 0
            property real seenY: 0

            target: null
            enabled: image.scale > 1
            onActiveChanged: {
                seenX = 0;
                seenY = 0;
            }
            onActiveTranslationChanged: {
                root.shift(activeTranslation.x - seenX, activeTranslation.y - seenY);
                seenX = activeTranslation.x;
                seenY = activeTranslation.y;
            }
        }
    }

    Rectangle {
        id: bar

        readonly property real cell: (width - Theme.margin * 2 - Theme.s2 * 5) / 6

        anchors.bottom: parent.bottom
        width: parent.width
        height: caption.height + Theme.chip + Theme.control + Theme.s3 * 4
        color: Theme.kraft

        Label {
            id: caption

            x: Theme.margin
            y: Theme.s3
            width: parent.width - Theme.margin * 2
            text: root.picture.caption
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Row {
            x: Theme.margin
            anchors.top: caption.bottom
            anchors.topMargin: Theme.s3
            spacing: Theme.s2

            Repeater {
                model: [
                    {
                        key: "out",
                        icon: "magnify-minus-outline",
                        name: qsTr("缩小"),
                        on: image.scale > 1
                    },
                    {
                        key: "in",
                        icon: "magnify-plus-outline",
                        name: qsTr("放大"),
                        on: image.scale < root.most
                    },
                    {
                        key: "left",
                        icon: "arrow-left",
                        name: qsTr("看左边"),
                        on: root.driftX < root.roomX
                    },
                    {
                        key: "up",
                        icon: "arrow-up",
                        name: qsTr("看上边"),
                        on: root.driftY < root.roomY
                    },
                    {
                        key: "down",
                        icon: "arrow-down",
                        name: qsTr("看下边"),
                        on: root.driftY > -root.roomY
                    },
                    {
                        key: "right",
                        icon: "arrow-right",
                        name: qsTr("看右边"),
                        on: root.driftX > -root.roomX
                    }
                ]

                PushButton {
                    required property var modelData

                    objectName: "studio.look." + modelData.key
                    width: bar.cell
                    height: Theme.chip
                    icon: modelData.icon
                    name: modelData.name
                    enabled: modelData.on
                    onClicked: {
                        const step = frame.width / 4;
                        ({
                                out: () => root.zoom(1 / 1.6),
                                in: () => root.zoom(1.6),
                                left: () => root.shift(step, 0),
                                up: () => root.shift(0, step),
                                down: () => root.shift(0, -step),
                                right: () => root.shift(-step, 0)
                            })[modelData.key]();
                    }
                }
            }
        }

        PushButton {
            objectName: "studio.look.close"
            x: Theme.margin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s3
            width: parent.width - Theme.margin * 2
            height: Theme.control
            tone: "red"
            text: qsTr("看完了")
            onClicked: root.closed()
        }
    }
}
