pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// It is on the disk: only now it says so, with a code to ask by.
OrderPage {
    id: root

    objectName: "studio.receipt"
    card: false
    headSize: Theme.display
    heading: qsTr("已收到")
    note: qsTr("存好了，停电也不会丢")
    forward: qsTr("记下了，回工作室")
    backward: ""
    onForwarded: vm.home()

    Rectangle {
        id: plate

        parent: root
        x: root.wide ? Theme.margin : Theme.margin
        y: root.wide ? 400 : Theme.handZone - height - Theme.s3
        width: root.wide ? 768 - Theme.margin - Theme.s4 : root.width - Theme.margin * 2
        height: root.wide ? 260 : 330
        color: Theme.ink

        Label {
            x: Theme.s4
            y: Theme.s4
            text: qsTr("回执编号")
            color: Theme.overInk2
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height - height) / 2 + Theme.s3
            spacing: root.wide ? Theme.s4 : Theme.s5

            Repeater {
                model: root.vm.order.receipt

                Song {
                    required property string modelData
                    required property int index

                    objectName: "studio.code." + index
                    text: modelData
                    font.pixelSize: root.wide ? Theme.h2 : 92
                    leading: 1.1
                    color: Theme.goldOnInk
                }
            }
        }
    }

    Column {
        width: parent.width
        spacing: Theme.s4

        Repeater {
            model: [qsTr("抄下这九个字，或用手机拍下来。"), qsTr("去办公室或工作室问的时候，报这个编号。"), qsTr("这里只显示这一次。")]

            Row {
                id: line

                required property string modelData
                required property int index

                spacing: Theme.s4

                Song {
                    text: qsTr("一二三").charAt(line.index)
                    font.pixelSize: Theme.h2
                    color: Theme.red
                }

                Label {
                    width: root.hand - Theme.h2 - Theme.s4
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData
                    font.pixelSize: Theme.option
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
