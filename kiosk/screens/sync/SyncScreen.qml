pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.sync

// The administrator's page on content: the wall says how it stands, the hand zone holds the lists and what can be done.
Item {
    id: root

    required property SyncViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 876 : width
    readonly property int edge: wide ? wall + Theme.s3 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "sync"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("值班")
        Component.onCompleted: drop()
    }

    Song {
        id: title

        objectName: "sync.title"
        x: tag.x + tag.width + Theme.s4
        y: Theme.s5
        width: root.wall - x - Theme.s5
        text: root.vm.title
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.15
    }

    Label {
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        text: root.vm.place
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Flickable {
        id: pane

        y: 264
        width: root.wall
        height: root.wide ? root.height - y : state.height
        contentHeight: state.height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: state

            x: Theme.margin
            width: root.wall - Theme.margin - (root.wide ? Theme.s5 : Theme.margin)
            spacing: Theme.s3

            Finding {
                objectName: "sync.finding"
                visible: root.vm.findingTitle !== ""
                width: parent.width
                tone: "bad"
                title: root.vm.findingTitle
                note: root.vm.findingNote
            }

            Column {
                width: parent.width

                Rectangle {
                    width: parent.width
                    height: Theme.section
                    color: Theme.ink
                }

                Repeater {
                    model: root.vm.facts

                    FactRow {
                        required property var modelData

                        width: state.width
                        name: modelData.name
                        what: modelData.what
                        status: modelData.status
                        tone: modelData.tone
                    }
                }
            }
        }
    }

    TabBar {
        id: tabs

        x: root.edge
        y: root.wide ? Theme.s4 : Math.max(Theme.handZone, pane.y + pane.height + Theme.s3)
        width: root.room
        tabs: root.vm.tabs
        current: root.vm.tab
        onChosen: key => root.vm.openTab(key)
    }

    ListView {
        id: list

        objectName: "sync.rows"
        x: root.edge
        y: tabs.y + tabs.height
        width: root.room
        height: Math.max(0, tray.y - y)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.vm.rows
        bottomMargin: contentHeight > height ? more.height : 0

        delegate: LineRow {
            width: list.width
            onActed: root.vm.askRevert(modelData.key)
        }
    }

    Label {
        visible: list.count === 0
        x: root.edge
        y: list.y + Theme.s5
        width: root.room
        text: root.vm.nothing
        color: Theme.ink2
        wrapMode: Text.Wrap
    }

    MoreBelow {
        id: more

        objectName: "sync.more"
        list: list
        x: root.edge
        width: root.room
        y: tray.y - height
    }

    Tray {
        id: tray

        x: root.wide ? root.wall : 0
        width: root.width - x
        height: actions.height + Theme.s4 * 2
        y: root.height - height

        Column {
            id: actions

            x: root.edge - tray.x
            y: Theme.s4
            width: root.room
            spacing: Theme.s3

            Label {
                objectName: "sync.note"
                visible: text !== ""
                width: parent.width
                text: root.vm.question !== "" ? root.vm.question : root.vm.without !== "" ? root.vm.without : root.vm.note
                bold: root.vm.question !== ""
                font.pixelSize: root.vm.question !== "" ? Theme.button : Theme.noteSize
                color: root.vm.question !== "" ? Theme.ink : Theme.ink2
                wrapMode: Text.Wrap
            }

            Row {
                visible: root.vm.question !== ""
                spacing: Theme.s3

                PushButton {
                    objectName: "sync.yes"
                    width: root.room - 324
                    tone: "red"
                    text: qsTr("换回前一版")
                    onClicked: root.vm.answer(true)
                }

                PushButton {
                    objectName: "sync.no"
                    width: 300
                    text: qsTr("不换")
                    onClicked: root.vm.answer(false)
                }
            }

            Row {
                visible: root.vm.question === ""
                spacing: Theme.s3

                PushButton {
                    objectName: "sync.primary"
                    visible: text !== ""
                    width: root.vm.busy ? root.room - 648 : root.room - 324
                    tone: root.vm.busy ? "ink" : "red"
                    text: root.vm.primary
                    busy: root.vm.busy
                    progress: root.vm.fraction
                    onClicked: root.vm.act()
                }

                PushButton {
                    objectName: "sync.stop"
                    visible: root.vm.busy && root.vm.primary !== ""
                    width: 300
                    text: qsTr("停下")
                    onClicked: root.vm.stop()
                }

                PushButton {
                    objectName: "sync.leave"
                    width: root.vm.primary === "" ? root.room : 300
                    tone: root.vm.busy ? "sheet" : "ink"
                    text: qsTr("退出值班")
                    onClicked: root.vm.leaveDuty()
                }
            }
        }
    }
}
