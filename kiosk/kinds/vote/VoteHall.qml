import QtQuick
import kiosk.design
import kiosk.kinds.vote

// The wall of results over the whole screen of a hall. Nothing on it can be touched: a touch asks for the administrator.
Item {
    id: root

    required property VoteViewModel vm

    objectName: "vote.hall"
    Component.onCompleted: root.vm.wall.begin(Theme.landscape ? 4 : 3)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    VoteWall {
        width: root.width
        height: skirting.y
        vm: root.vm
        hall: true
    }

    Rectangle {
        id: skirting

        y: root.height - height
        width: root.width
        height: 124
        color: Theme.ink

        Rectangle {
            width: parent.width
            height: 8
            color: Theme.gold
        }

        Label {
            objectName: "vote.hall.total"
            x: Theme.margin
            y: 8
            width: parent.width / 2 - Theme.margin - Theme.s2
            height: parent.height - 8
            verticalAlignment: Text.AlignVCenter
            text: root.vm.wall.votes < 0 ? root.vm.counting : qsTr("这块屏收到 %1 票，%2 人").arg(root.vm.wall.votes).arg(root.vm.wall.voters)
            font.pixelSize: 38
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            elide: Text.ElideRight
            color: Theme.overInk
        }

        Label {
            objectName: "vote.hall.left"
            x: parent.width / 2 + Theme.s2
            y: 8
            width: parent.width / 2 - Theme.margin - Theme.s2
            height: parent.height - 8
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            text: root.vm.wall.left || root.vm.wall.deadline
            font.pixelSize: 38
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            elide: Text.ElideRight
            color: Theme.overInk
        }
    }

    MouseArea {
        objectName: "vote.hall.door"
        anchors.fill: parent
        pressAndHoldInterval: 3000
        onClicked: root.vm.door(false)
        onPressAndHold: root.vm.door(true)
    }
}
