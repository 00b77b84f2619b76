pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Third step: everything once more, and who will read it.
OrderPage {
    id: root

    readonly property var wayWords: ({
            call: qsTr("打车间电话 %1"),
            visit: qsTr("到车间来看"),
            come: qsTr("开门时我们过来")
        })
    readonly property var lines: [
        {
            word: qsTr("车间班组"),
            said: vm.order.draft.mine.team
        },
        {
            word: qsTr("怎么找"),
            said: wayWords[vm.order.draft.way].replace("%1", vm.order.draft.phone)
        },
        {
            word: qsTr("车间电话"),
            said: vm.order.draft.way === "call" ? "" : vm.order.draft.phone
        },
        {
            word: qsTr("姓名"),
            said: vm.order.draft.name || qsTr("没写，也行")
        },
        {
            word: qsTr("方面"),
            said: vm.order.draft.topic
        }
    ].filter(line => line.said !== "")

    objectName: "studio.review"
    heading: vm.order.taking ? qsTr("看一遍，接下它") : qsTr("看一遍，挂上去")
    note: vm.order.taking ? qsTr("第 2 步，共 2 步") : qsTr("第 3 步，共 3 步")
    forward: busy ? qsTr("正在存……") : vm.order.taking ? qsTr("我来接") : qsTr("挂上去")
    backward: qsTr("改一改")
    busy: vm.order.busy
    onForwarded: vm.order.submit()

    Column {
        id: told

        width: parent.width

        Repeater {
            model: root.lines

            Item {
                id: line

                required property var modelData

                width: told.width
                height: Math.max(Theme.s7 - Theme.s2, said.implicitHeight + Theme.s3)

                Rectangle {
                    width: parent.width
                    height: Theme.hairline
                    color: Theme.rule
                }

                Label {
                    width: 220
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.word
                    color: Theme.ink2
                }

                Label {
                    id: said

                    x: 240
                    width: parent.width - x
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.said
                    font.pixelSize: Theme.option
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
        }
    }

    Rectangle {
        objectName: "studio.promise"
        anchors.bottom: parent.bottom
        width: parent.width
        height: promise.height + Theme.s3 * 2
        color: Theme.kraft

        Rectangle {
            width: 20
            height: parent.height
            color: root.vm.order.trouble.length > 0 ? Theme.red : Theme.gold
        }

        Label {
            id: promise

            objectName: "studio.promise.text"
            x: Theme.s5
            y: Theme.s3
            width: parent.width - x - Theme.s3
            text: root.vm.order.trouble.length > 0 ? root.vm.order.trouble.join("\n") : root.vm.demo ? qsTr("这里是演示，别写真事：演示用的钥匙，谁都打得开。\n办公室看过，才挂到墙上；电话和姓名不上墙。") : root.vm.order.sealed ? qsTr("交上去就封好，只有办公室打得开。\n办公室看过，才挂到墙上；电话和姓名不上墙。") : qsTr("交给办公室。办公室看过，才挂到墙上；电话和姓名不上墙。")
            wrapMode: Text.Wrap
            lineHeight: 1.25
        }
    }
}
