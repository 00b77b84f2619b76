pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// What can be done at the wall: into the rooms above, with the cards below.
Tray {
    id: root

    required property StudioViewModel vm
    property int edge: Theme.margin

    readonly property bool takes: vm.board.card.state === "open"
    readonly property real hand: width - edge - Theme.margin

    implicitHeight: Math.max(268, (chips.visible ? Theme.chip + Theme.s2 : 0) + Theme.control + Theme.s3 * 2)

    Row {
        id: chips

        visible: root.vm.rooms.all.length > 0
        x: root.edge
        y: (root.height - Theme.chip - Theme.control - Theme.s2) / 2
        spacing: Theme.s3

        Repeater {
            model: root.vm.rooms.all

            Chip {
                required property var modelData

                objectName: "studio.room." + modelData.room
                width: (root.hand - Theme.s3 * (root.vm.rooms.all.length - 1)) / root.vm.rooms.all.length
                text: qsTr("%1 %2").arg(modelData.word).arg(modelData.count)
                onClicked: root.vm.rooms.enter(modelData.room)
            }
        }
    }

    Row {
        x: root.edge
        y: chips.visible ? chips.y + Theme.chip + Theme.s2 : (root.height - Theme.control) / 2
        spacing: Theme.s3

        PushButton {
            objectName: "studio.take"
            visible: root.takes
            width: visible ? root.hand * 0.44 : 0
            height: Theme.control
            tone: "red"
            text: qsTr("这张卡我来接")
            onClicked: root.vm.order.take()
        }

        PushButton {
            objectName: "studio.nextCard"
            visible: root.vm.board.count > 1
            width: visible ? (root.takes ? (root.hand * 0.56 - Theme.s3 * 2) / 2 : root.hand * 0.4 - Theme.s3) : 0
            height: Theme.control
            text: qsTr("下一张")
            name: qsTr("下一张求助卡，现在是第 %1 张，共 %2 张").arg(root.vm.board.at + 1).arg(root.vm.board.count)
            onClicked: root.vm.board.step(1)
        }

        PushButton {
            objectName: "studio.hang"
            width: root.takes ? (root.vm.board.count > 1 ? (root.hand * 0.56 - Theme.s3 * 2) / 2 : root.hand * 0.56 - Theme.s3) : root.vm.board.count > 1 ? root.hand * 0.6 : root.hand
            height: Theme.control
            tone: root.takes ? "sheet" : "red"
            text: qsTr("我挂一张")
            onClicked: root.vm.order.hang()
        }
    }
}
