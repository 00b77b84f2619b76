pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The roster to sign in from: teams, then their people by masked name.
Rectangle {
    id: root

    required property StageViewModel vm

    readonly property bool people: vm.live.listLevel === "people"

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }

    Song {
        id: head

        x: Theme.margin
        y: Theme.s3
        width: away.x - x - Theme.s3
        text: root.vm.live.said !== "" ? root.vm.live.said : root.people ? qsTr("点名字签到") : qsTr("哪个班组")
        font.pixelSize: Theme.h2
        elide: Text.ElideRight
    }

    PushButton {
        id: away

        objectName: "live.list.back"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.s2
        height: Theme.chip
        text: root.people ? qsTr("别的班组") : qsTr("收起")
        onClicked: root.vm.live.openList()
    }

    GridView {
        id: grid

        objectName: "live.list.rows"
        x: Theme.margin
        y: Theme.chip + Theme.s4
        width: parent.width - x * 2 + Theme.s2
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: width / (root.people ? 3 : 2)
        cellHeight: Math.max(104, Theme.touchFloor) + Theme.s2
        model: root.vm.live.listRows

        delegate: Pressable {
            id: row

            required property var modelData
            required property int index

            objectName: "live.row." + index
            width: grid.cellWidth - Theme.s2
            height: grid.cellHeight - Theme.s2
            name: modelData.text
            enabled: !modelData.here
            onClicked: root.vm.live.pick(index)

            Rectangle {
                anchors.fill: parent
                color: row.modelData.here ? Theme.kraft : row.down ? Theme.kraft : Theme.sheet
                border.width: Theme.hairline
                border.color: Theme.ink2
            }

            Label {
                x: Theme.s3
                width: parent.width - x - note.width - Theme.s4
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: row.modelData.text
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }

            Label {
                id: note

                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: row.modelData.here ? qsTr("到了") : root.people ? "" : qsTr("%1 人").arg(row.modelData.note)
                color: Theme.ink2
            }
        }
    }
}
