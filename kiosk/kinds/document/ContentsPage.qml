pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// The contents: the law on the wall, its chapters below or beside it.
Item {
    id: root

    required property DocumentViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool compares: vm.changes.pairs.length > 0

    objectName: "document.contents"

    ContentsWall {
        width: root.wide ? 684 : root.width
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
        wide: root.wide
    }

    ListView {
        id: list

        objectName: "document.chapters"
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone
        width: root.hand
        height: tray.y - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: contentHeight > height - more.height ? more.height : 0
        model: root.vm.cover.rows

        delegate: ContentsRow {
            required property int index
            required property var row

            objectName: "document.chapter." + index
            width: list.width
            title: row.title
            note: row.note
            status: row.status
            level: row.level
            onClicked: root.vm.show(row.article)
        }
    }

    MoreBelow {
        id: more

        objectName: "document.more"
        list: list
        x: list.x
        y: list.y + list.height - height
        width: list.width
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2

        Row {
            id: buttons

            readonly property real small: (width - spacing * (root.compares ? 3 : 2)) * (root.compares ? 0.22 : 0.27)

            x: root.edge - tray.x
            width: root.hand
            height: Theme.control
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s3

            PushButton {
                objectName: "document.find"
                width: buttons.small
                height: parent.height
                text: qsTr("查字句")
                onClicked: root.vm.to("find")
            }

            PushButton {
                objectName: "document.jump"
                width: buttons.small
                height: parent.height
                text: qsTr("按条号")
                onClicked: root.vm.to("jump")
            }

            PushButton {
                objectName: "document.compare"
                visible: root.compares
                width: buttons.small
                height: parent.height
                text: qsTr("改了什么")
                onClicked: root.vm.to("compare")
            }

            PushButton {
                objectName: "document.start"
                width: buttons.width - x
                height: parent.height
                tone: "red"
                text: root.vm.cover.successor.uid !== undefined ? root.vm.cover.successor.label : qsTr("从头读")
                onClicked: root.vm.cover.successor.uid !== undefined ? root.vm.openItem(root.vm.cover.successor.uid) : root.vm.start()
            }
        }
    }
}
