import QtQuick
import kiosk.design
import kiosk.kinds.vote

// The nomination is on the disk.
Item {
    id: root

    required property VoteViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property real hand: width - edge - Theme.margin

    objectName: "vote.nominated"

    Rectangle {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        color: Theme.night ? Theme.paper : Theme.artGold
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    DownWords {
        x: (root.wide ? 768 : root.width) - Theme.margin - width - Theme.s5
        y: Theme.s5
        text: qsTr("提名收到")
        color: Theme.night ? Theme.ink : Theme.artInk
    }

    Song {
        id: heading

        x: root.edge
        y: root.wide ? Theme.s7 : Theme.handZone + Theme.s5
        width: root.hand
        text: qsTr("已经记下来了，谢谢你。")
        font.pixelSize: Theme.h2
        wrapMode: Text.Wrap
    }

    Label {
        x: root.edge
        anchors.top: heading.bottom
        anchors.topMargin: Theme.s3
        width: root.hand
        text: qsTr("工会核实以后，会贴出候选名单。")
        font.pixelSize: Theme.read
        lineHeight: 1.2
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s6) * 2

        PushButton {
            objectName: "vote.done"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - more.width - Theme.s3
            tone: "red"
            text: qsTr("回到评选")
            onClicked: root.vm.gallery()
        }

        PushButton {
            id: more

            objectName: "vote.more"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 300
            text: qsTr("再提一位")
            onClicked: root.vm.nomination.begin()
        }
    }
}
