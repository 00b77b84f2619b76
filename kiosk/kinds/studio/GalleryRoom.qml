pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// The gallery: one picture on the wall, the others small below it.
Item {
    id: root

    required property StudioViewModel vm

    readonly property int perPage: 12
    readonly property int first: Math.floor(vm.rooms.at / perPage) * perPage
    readonly property var shown: vm.rooms.pictures.slice(first, first + perPage)

    objectName: "studio.gallery"

    RoomPage {
        id: room

        anchors.fill: parent
        vm: root.vm
        heading: qsTr("照片")
        note: qsTr("第 %1 张，共 %2 张").arg(root.vm.rooms.at + 1).arg(root.vm.rooms.pictures.length)
        extra: [
            PushButton {
                objectName: "studio.previous"
                width: 156
                height: Theme.control
                icon: "arrow-left"
                name: qsTr("前一张")
                enabled: root.vm.rooms.at > 0
                onClicked: root.vm.rooms.show(root.vm.rooms.at - 1)
            },
            PushButton {
                objectName: "studio.following"
                width: 156
                height: Theme.control
                icon: "arrow-right"
                name: qsTr("后一张")
                enabled: root.vm.rooms.at + 1 < root.vm.rooms.pictures.length
                onClicked: root.vm.rooms.show(root.vm.rooms.at + 1)
            },
            PushButton {
                objectName: "studio.enlarge"
                width: 240
                height: Theme.control
                icon: "magnify-plus-outline"
                text: qsTr("放大看")
                enabled: root.vm.rooms.pictures[root.vm.rooms.at].source.toString() !== ""
                onClicked: look.active = true
            }
        ]

        ArtFrame {
            id: big

            width: parent.width
            height: room.wide ? parent.height - caption.height - thumbs.height - Theme.s3 * 3 : Math.max(Theme.handZone - room.above - Theme.s3, Math.min(width * root.vm.rooms.pictures[root.vm.rooms.at].ratio, parent.height - caption.height - (thumbs.side + thumbs.spacing) * 2 - Theme.s3 * 3))
            source: root.vm.rooms.pictures[root.vm.rooms.at].source
            alt: root.vm.rooms.pictures[root.vm.rooms.at].alt
            frame: Theme.line
            fallback: qsTr("缺")
        }

        Label {
            id: caption

            y: big.height + Theme.s3
            width: parent.width
            text: root.vm.rooms.pictures[root.vm.rooms.at].caption
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            font.pixelSize: Theme.noteSize
        }

        Grid {
            id: thumbs

            readonly property real side: (parent.width - (columns - 1) * spacing) / columns

            y: caption.y + caption.height + Theme.s3
            columns: room.wide ? 12 : 6
            spacing: room.wide ? Theme.s2 : Theme.s3

            Repeater {
                model: root.shown

                Pressable {
                    id: thumb

                    required property int index
                    required property var modelData
                    readonly property bool chosen: root.first + index === root.vm.rooms.at

                    objectName: "studio.thumb." + (root.first + index)
                    width: thumbs.side
                    height: Math.max(thumbs.side, Theme.touchFloor)
                    name: modelData.caption
                    checked: chosen
                    onClicked: root.vm.rooms.show(root.first + index)

                    ArtFrame {
                        anchors.fill: parent
                        source: thumb.modelData.source
                        fallback: qsTr("缺")
                        frame: Theme.line
                    }

                    Rectangle {
                        anchors.fill: parent
                        color: "transparent"
                        border.width: thumb.chosen ? Theme.strip : 0
                        border.color: Theme.red
                    }
                }
            }
        }
    }

    Loader {
        id: look

        active: false
        anchors.fill: parent
        sourceComponent: PictureLook {
            picture: root.vm.rooms.pictures[root.vm.rooms.at]
            onClosed: look.active = false
        }
    }
}
