pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Second step: who asks, and how the studio gets in touch.
OrderPage {
    id: root

    objectName: "studio.contact"
    heading: vm.order.taking ? qsTr("你来接这张卡") : qsTr("怎么找你们")
    note: vm.order.taking ? qsTr("第 1 步，共 2 步") : qsTr("第 2 步，共 3 步")
    forward: vm.order.missing === "team" ? qsTr("先写车间班组") : vm.order.missing === "phone" ? qsTr("先写车间电话") : qsTr("看一遍再交")
    ready: vm.order.missing === ""
    onForwarded: {
        box.rest();
        vm.order.next();
    }

    WriteBox {
        id: box

        width: parent.width
        height: root.wide ? implicitHeight : Theme.handZone + 248 - Theme.s2 - root.above
        vm: root.vm
        tabs: [
            {
                field: "team",
                word: qsTr("车间班组"),
                hint: qsTr("碰这里写：三车间二班"),
                digits: false
            },
            {
                field: "phone",
                word: qsTr("车间电话"),
                hint: qsTr("碰这里写：内线就行"),
                digits: true
            },
            {
                field: "name",
                word: qsTr("姓名（可不写）"),
                hint: qsTr("不写也行"),
                digits: false
            }
        ]
    }

    Grid {
        id: ways

        y: box.height + Theme.s3
        columns: 1
        spacing: Theme.s2

        Repeater {
            model: [
                {
                    way: "call",
                    icon: "phone",
                    text: qsTr("打车间电话")
                },
                {
                    way: "visit",
                    icon: "walk",
                    text: qsTr("到车间来看")
                },
                {
                    way: "come",
                    icon: "door-open",
                    text: qsTr("开门时我们过来")
                }
            ]

            WayRow {
                required property var modelData

                objectName: "studio.way." + modelData.way
                width: root.hand
                icon: modelData.icon
                text: modelData.text
                checked: root.vm.order.draft.way === modelData.way
                onClicked: root.vm.order.chooseWay(modelData.way)
            }
        }
    }
}
