import QtQuick
import kiosk.design

// In place of the listening cell while a page of the administrator is open: whose page it is, and that it is left by itself.
Item {
    id: root

    required property int minutes

    height: Theme.nav

    Icon {
        id: lock

        x: root.width > 300 ? Theme.s4 : Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        name: "lock-outline"
        size: 52
        color: Theme.goldOnInk
    }

    Column {
        anchors.left: lock.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: qsTr("值班模式")
            font.pixelSize: Theme.small
            color: Theme.overInk2
            elide: Text.ElideRight
        }

        Label {
            width: parent.width
            text: root.minutes > 1 ? qsTr("%1 分钟后自动退出").arg(root.minutes) : qsTr("一会儿自动退出")
            color: Theme.overInk
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            elide: Text.ElideRight
        }
    }
}
