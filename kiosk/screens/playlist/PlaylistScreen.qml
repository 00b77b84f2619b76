pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.playlist

// A playlist: what is in it, how long it takes, and one button that goes through it.
FocusScope {
    id: root

    required property PlaylistViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 684 : 0
    readonly property int inset: wide ? Theme.s5 : Theme.margin

    // Five rows stand whole above the tray; more than five are plainly cut.
    readonly property real rowHeight: wide || vm.rows.length > 5 ? Theme.rowHeight : Math.max(Theme.touchFloor + Theme.s5, Math.min(Theme.rowHeight, Math.floor((list.height - Theme.handZone - Theme.s3 + list.spacing) / Math.max(1, vm.rows.length)) - list.spacing))

    objectName: "playlist"
    focus: true

    Keys.onPressed: event => {
        const step = list.height * 0.8;
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            const lowest = list.originY + list.contentHeight + list.bottomMargin - list.height;
            glide.to = Math.max(list.originY, Math.min(lowest, list.contentY + (event.key === Qt.Key_PageDown ? step : -step)));
            glide.restart();
            event.accepted = true;
        }
    }

    PlaylistWall {
        visible: root.wide
        width: root.edge
        height: root.height
        vm: root.vm
    }

    ListView {
        id: list

        objectName: "playlist.list"
        x: root.edge + root.inset
        width: root.width - x - root.inset
        height: root.height - tray.height
        model: root.vm.rows
        spacing: Theme.s2
        topMargin: root.wide ? Theme.s5 : 0
        bottomMargin: Theme.s4
        boundsBehavior: Flickable.StopAtBounds
        header: root.wide ? null : wall
        footer: others

        delegate: PlaylistRow {
            id: row

            required property int index
            required property var modelData

            objectName: "playlist.row." + index
            width: ListView.view.width
            height: root.rowHeight
            place: index + 1
            title: modelData.title
            note: modelData.timed ? qsTr("%1 · %2 分钟").arg(modelData.room).arg(modelData.minutes) : modelData.room
            picture: modelData.picture
            seen: modelData.seen
            upcoming: modelData.upcoming
            onClicked: root.vm.open(modelData.uid)
        }
    }

    Component {
        id: wall

        Item {
            width: list.width
            height: Theme.handZone

            PlaylistWall {
                x: -root.inset
                width: root.width
                height: parent.height
                vm: root.vm
            }
        }
    }

    Component {
        id: others

        Column {
            width: list.width
            topPadding: Theme.s5
            spacing: Theme.s2
            visible: root.vm.condition === "ok" && root.vm.others.length > 0

            Song {
                text: qsTr("别的播放单")
                bottomPadding: Theme.s2
            }

            Repeater {
                model: root.vm.others

                ListRow {
                    required property var modelData

                    objectName: "playlist.other." + modelData.uid
                    width: list.width
                    implicitHeight: Math.max(112, Theme.touchFloor)
                    title: modelData.title
                    onClicked: root.vm.openOther(modelData.uid)
                }
            }
        }
    }

    StateBlock {
        visible: root.vm.condition !== "ok"
        x: root.edge + root.inset
        y: root.wide ? 240 : Theme.handZone + Theme.s5
        width: root.width - x - root.inset
        condition: root.vm.condition === "ok" ? "empty" : root.vm.condition
        title: root.vm.condition === "loading" ? qsTr("正在取内容") : root.vm.condition === "error" ? qsTr("这一页打不开") : qsTr("这个播放单不在了")
        note: root.vm.condition === "error" ? qsTr("别的都能看，它会自己修好") : ""
        action: root.vm.condition === "error" ? qsTr("再试一次") : ""
        onActed: root.vm.load()
    }

    NumberAnimation {
        id: glide

        target: list
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }

    Tray {
        id: tray

        visible: root.vm.condition === "ok"
        x: root.edge
        y: root.height - height
        width: root.width - root.edge
        height: visible ? Theme.control + Theme.s4 * 2 : 0

        PushButton {
            id: main

            objectName: "playlist.go"
            x: root.inset
            y: Theme.s4
            width: (parent.width - root.inset * 2) * (again.visible ? 0.64 : 1)
            tone: "red"
            icon: root.vm.following !== "" ? "skip-next" : "play"
            text: root.vm.following !== "" ? qsTr("下一个 %1").arg(root.vm.followingName) : root.vm.walking ? qsTr("再从头看一遍") : qsTr("从头看 %1 分钟").arg(root.vm.minutes)
            onClicked: root.vm.following !== "" ? root.vm.goOn() : root.vm.begin()
        }

        PushButton {
            id: again

            objectName: "playlist.again"
            visible: root.vm.following !== ""
            anchors.left: main.right
            anchors.leftMargin: Theme.s3
            anchors.right: parent.right
            anchors.rightMargin: root.inset
            y: Theme.s4
            text: qsTr("从头看")
            onClicked: root.vm.begin()
        }
    }
}
