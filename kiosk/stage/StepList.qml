pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The run order, to jump from.
Rectangle {
    id: root

    required property StageViewModel vm

    color: Theme.paper

    Song {
        id: head

        x: Theme.margin
        y: Theme.s4
        width: parent.width - x * 2
        text: qsTr("跳到哪一步")
        font.pixelSize: Theme.h2
    }

    PushButton {
        objectName: "list.close"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.s2
        height: Theme.chip
        text: qsTr("收起")
        onClicked: root.vm.openPanel("")
    }

    ListView {
        id: list

        objectName: "list.steps"
        x: Theme.margin
        y: head.y + head.height + Theme.s3
        width: parent.width - x * 2
        height: parent.height - y
        clip: true
        spacing: Theme.s1
        boundsBehavior: Flickable.StopAtBounds
        model: root.vm.rows
        Component.onCompleted: positionViewAtIndex(root.vm.index, ListView.Center)

        delegate: Pressable {
            id: row

            required property var modelData
            required property int index

            readonly property bool here: root.vm.index === index

            objectName: "list.step." + index
            width: list.width
            height: Math.max(104, Theme.touchFloor)
            name: modelData.title
            onClicked: root.vm.jump(index)

            Rectangle {
                anchors.fill: parent
                color: row.here ? Theme.ink : row.down ? Theme.kraft : Theme.sheet

                Rectangle {
                    width: parent.width
                    height: Theme.edge
                    color: Theme.ink
                }

                Rectangle {
                    visible: row.here
                    width: 16
                    height: parent.height
                    color: Theme.red
                }
            }

            Song {
                x: Theme.s4
                width: 80
                anchors.verticalCenter: parent.verticalCenter
                text: row.index + 1
                font.pixelSize: Theme.option
                color: row.here ? Theme.overInk : Theme.red
            }

            Icon {
                x: 130
                anchors.verticalCenter: parent.verticalCenter
                name: row.modelData.icon
                color: row.here ? Theme.overInk : Theme.ink
            }

            Label {
                x: 200
                width: parent.width - x - (row.modelData.lack === "" ? 320 : 440)
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.title
                font.pixelSize: Theme.button
                elide: Text.ElideRight
                color: row.here ? Theme.overInk : Theme.ink
            }

            Label {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                text: (row.modelData.must > 0 ? qsTr("要讲到 %1 处   ").arg(row.modelData.must) : "") + (row.modelData.minutes > 0 ? qsTr("%1 分").arg(row.modelData.minutes) : row.modelData.kindWord)
                color: row.here ? Theme.overInk2 : Theme.ink2
                visible: row.modelData.lack === ""
            }

            Label {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                width: 400
                horizontalAlignment: Text.AlignRight
                visible: row.modelData.lack !== ""
                text: row.modelData.lack
                elide: Text.ElideMiddle
                color: row.here ? Theme.overInk : Theme.redDark
            }
        }
    }
}
