pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Comparisons one by one: first the numbers, then the pictures.
RoomPage {
    id: root

    readonly property int many: vm.rooms.changes.length + vm.rooms.pairs.length
    readonly property bool numbers: vm.rooms.at < vm.rooms.changes.length
    readonly property var change: numbers ? vm.rooms.changes[vm.rooms.at] : null
    readonly property var pair: numbers ? null : vm.rooms.pairs[vm.rooms.at - vm.rooms.changes.length]
    readonly property real less: change ? Number(change.before) - Number(change.after) : 0

    function round(value: real): string {
        return String(Math.round(value * 100) / 100);
    }

    objectName: "studio.changes"
    heading: numbers ? change.what : pair ? pair.what : ""
    note: qsTr("第 %1 组，共 %2 组").arg(vm.rooms.at + 1).arg(many)
    extra: [
        PushButton {
            objectName: "studio.previous"
            visible: root.many > 1
            width: 180
            height: Theme.control
            icon: "arrow-left"
            name: qsTr("前一组")
            enabled: root.vm.rooms.at > 0
            onClicked: root.vm.rooms.show(root.vm.rooms.at - 1)
        },
        PushButton {
            objectName: "studio.following"
            visible: root.many > 1
            width: 180
            height: Theme.control
            icon: "arrow-right"
            name: qsTr("后一组")
            enabled: root.vm.rooms.at + 1 < root.many
            onClicked: root.vm.rooms.show(root.vm.rooms.at + 1)
        }
    ]

    Loader {
        active: root.numbers
        width: parent.width
        height: parent.height
        sourceComponent: Item {
            BeforeAfter {
                id: drawn

                y: root.wide ? Theme.s5 : Math.max(0, Theme.handZone - root.above - height - Theme.s5)
                width: parent.width
                height: implicitHeight
                change: root.change
            }

            Song {
                objectName: "studio.less"
                y: drawn.y + drawn.height + (root.wide ? Theme.s6 : Theme.s8)
                width: parent.width
                text: root.less > 0 ? qsTr("少了 %1 %2").arg(root.round(root.less)).arg(root.change.unit) : root.less < 0 ? qsTr("多了 %1 %2").arg(root.round(-root.less)).arg(root.change.unit) : qsTr("数字没有变")
                font.pixelSize: Theme.display
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.h3
            }
        }
    }

    Loader {
        active: root.pair !== null && root.pair !== undefined
        width: parent.width
        height: parent.height
        sourceComponent: Item {
            id: compared

            Label {
                id: old

                width: parent.width / 2 - Theme.s2
                text: qsTr("原来：%1").arg(root.pair.before.caption)
                color: Theme.ink2
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }

            Label {
                id: fresh

                anchors.right: parent.right
                width: parent.width / 2 - Theme.s2
                horizontalAlignment: Text.AlignRight
                text: qsTr("现在：%1").arg(root.pair.after.caption)
                bold: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }

            CutPictures {
                readonly property real room: parent.height - y - Theme.chip - 112 - Theme.s2 * 2 - Theme.s3
                readonly property real least: root.wide ? 200 : Theme.handZone - root.above - y // its line is moved below the wall

                y: Math.max(old.height, fresh.height) + Theme.s2
                width: parent.width
                pictureHeight: Math.max(least, Math.min(room, width * Math.max(root.pair.before.ratio, root.pair.after.ratio)))
                pair: root.pair
            }
        }
    }
}
