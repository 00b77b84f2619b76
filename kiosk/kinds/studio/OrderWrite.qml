pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// First step: what is wrong, what they would like, and what it is about.
OrderPage {
    id: root

    objectName: "studio.describe"
    heading: qsTr("把难题写下来")
    note: qsTr("第 1 步，共 3 步")
    forward: vm.order.missing === "field" ? qsTr("先选一个方面") : vm.order.missing === "problem" ? qsTr("先写难题") : qsTr("接着写怎么找你")
    backward: qsTr("先不写")
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
                field: "problem",
                word: qsTr("难题"),
                hint: qsTr("碰这里写：什么东西，怎么不好"),
                digits: false
            },
            {
                field: "wish",
                word: qsTr("想要什么（可不写）"),
                hint: qsTr("碰这里写：希望变成什么样"),
                digits: false
            }
        ]
    }

    Flickable {
        id: list

        readonly property bool long: contentHeight > parent.height - y + 1

        y: box.height + Theme.s3
        width: parent.width
        height: parent.height - y - (slab.visible ? slab.height : 0)
        contentWidth: width
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column

            width: parent.width
            spacing: Theme.s2

            Label {
                visible: fields.visible
                text: qsTr("哪方面")
                bold: true
            }

            Flow {
                id: fields

                visible: root.vm.fields.length > 1
                width: parent.width
                spacing: Theme.s2

                Repeater {
                    model: root.vm.fields

                    Chip {
                        required property string modelData
                        required property int index

                        objectName: "studio.field." + index
                        text: modelData
                        checked: root.vm.order.draft.topic === modelData
                        onClicked: root.vm.order.chooseField(modelData)
                    }
                }
            }

            Label {
                visible: root.vm.order.phrases.length > 0
                text: qsTr("不想打字，碰一句")
                bold: true
                topPadding: Theme.s2
            }

            Flow {
                width: parent.width
                spacing: Theme.s2

                Repeater {
                    model: root.vm.order.phrases

                    Chip {
                        required property string modelData
                        required property int index

                        objectName: "studio.phrase." + index
                        text: modelData
                        width: Math.min(implicitWidth, column.width)
                        checked: root.vm.order.draft.mine.problem.includes(modelData)
                        onClicked: root.vm.order.choosePhrase(modelData)
                    }
                }
            }
        }
    }

    PushButton {
        id: slab

        objectName: "studio.more"
        visible: list.long
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.s6, Theme.touchFloor)
        tone: "ink"
        icon: list.atYEnd ? "arrow-up" : "arrow-down"
        text: list.atYEnd ? qsTr("回到上面") : qsTr("下面还有")
        onClicked: list.contentY = list.atYEnd ? 0 : Math.min(list.contentY + list.height * 0.8, list.contentHeight - list.height)
    }
}
