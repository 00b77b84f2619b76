import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// What can be done at the wall beside touching lanterns: another set, another wall of this set, and at the end what comes next.
Tray {
    id: root

    required property RiddleViewModel vm
    property int edge: Theme.margin

    readonly property bool paged: vm.fair.pages > 1
    readonly property bool sets: vm.fair.nextSetName !== "" && !vm.fair.allDone
    readonly property bool needed: paged || sets || vm.fair.done
    readonly property bool invites: vm.fair.done && !paged && vm.fair.invitation.uid !== undefined

    Row {
        id: row

        readonly property real room: width - (pager.visible && !pager.alone ? Theme.control * 2 + 96 + spacing * 3 : 0)

        x: root.edge
        width: root.width - root.edge - Theme.margin
        height: Theme.control
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s3

        PushButton {
            objectName: "riddle.set"
            visible: root.sets
            width: main.visible || invite.visible ? row.room * (root.invites ? 0.5 : 0.58) - Theme.s2 : row.room
            height: parent.height
            tone: root.vm.fair.done ? "red" : "sheet"
            icon: "swap-horizontal"
            text: root.vm.fair.done ? qsTr("接着猜：%1").arg(root.vm.fair.nextSetName) : qsTr("换一组：%1").arg(root.vm.fair.nextSetName)
            onClicked: root.vm.fair.nextSet()
        }

        PushButton {
            id: main

            objectName: "riddle.again"
            visible: root.vm.fair.done && !(root.sets && root.invites)
            width: root.sets ? row.room * 0.42 - Theme.s2 : invite.visible ? row.room * 0.5 - Theme.s2 : row.room
            height: parent.height
            tone: root.sets ? "sheet" : "red"
            text: qsTr("从头再猜")
            onClicked: root.vm.fair.again()
        }

        PushButton {
            id: invite

            objectName: "riddle.invite"
            visible: root.invites
            width: row.room * 0.5 - Theme.s2
            height: parent.height
            text: root.vm.fair.invitation.label ?? ""
            onClicked: root.vm.open(root.vm.fair.invitation.uid)
        }

        Row {
            id: pager

            readonly property bool alone: !root.sets && !root.vm.fair.done
            readonly property real button: alone ? (row.width - 96 - spacing * 2) / 2 : Theme.control

            visible: root.paged
            height: parent.height
            spacing: Theme.s3

            PushButton {
                objectName: "riddle.previousWall"
                width: pager.button
                height: parent.height
                icon: "arrow-left"
                name: qsTr("前一面灯墙")
                enabled: root.vm.fair.page > 0
                onClicked: root.vm.fair.turnPage(-1)
            }

            Label {
                width: 96
                height: parent.height
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: qsTr("%1 / %2").arg(root.vm.fair.page + 1).arg(root.vm.fair.pages)
                Accessible.name: qsTr("第 %1 面，共 %2 面").arg(root.vm.fair.page + 1).arg(root.vm.fair.pages)
            }

            PushButton {
                objectName: "riddle.nextWall"
                width: pager.button
                height: parent.height
                icon: "arrow-right"
                name: qsTr("后一面灯墙")
                enabled: root.vm.fair.page + 1 < root.vm.fair.pages
                onClicked: root.vm.fair.turnPage(1)
            }
        }
    }
}
