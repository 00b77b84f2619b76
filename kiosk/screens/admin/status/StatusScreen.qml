pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.admin.parts
import kiosk.screens.admin.status

// The first page behind the door: the title is the verdict, one thing to know, plain rows, then the ways on.
Item {
    id: root

    required property StatusViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 1056 : width
    readonly property int edge: wide ? wall + Theme.s4 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "status"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("值班")
        Component.onCompleted: drop()
    }

    Song {
        id: title

        objectName: "status.title"
        x: tag.x + tag.width + Theme.s4
        y: Theme.s5
        width: root.wall - x - Theme.margin
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
        text: root.vm.who !== "" && root.vm.who.length < 24 ? root.vm.place + "  " + root.vm.who : root.vm.place
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Flickable {
        id: pane

        y: 264
        width: root.wall
        height: (root.wide ? root.height : tray.y) - y
        contentHeight: told.height + Theme.s3
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: told

            x: Theme.margin
            width: root.wall - Theme.margin - (root.wide ? Theme.s5 : Theme.margin)
            spacing: Theme.s4

            Finding {
                objectName: "status.finding"
                visible: root.vm.finding[0] !== ""
                width: parent.width
                title: root.vm.finding[0] ?? ""
                note: root.vm.finding[1] ?? ""
                tone: root.vm.finding[2] ?? "info"
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

                    FactLine {
                        required property var modelData

                        objectName: "status.fact." + modelData.area
                        width: told.width
                        name: modelData.name
                        what: modelData.what
                        status: modelData.status
                        tone: modelData.tone
                    }
                }
            }

            Label {
                visible: text !== ""
                width: parent.width
                text: root.vm.who.length >= 24 ? root.vm.who : ""
                font.pixelSize: Theme.noteSize
                wrapMode: Text.Wrap
            }
        }
    }

    Item {
        id: tray

        x: root.wide ? root.wall : 0
        y: root.wide ? 0 : root.height - height
        width: root.width - x
        height: root.wide ? root.height : ways.height + Theme.s5 + Theme.s3

        Flow {
            id: ways

            readonly property int count: root.vm.ways.length

            x: root.edge - tray.x
            y: root.wide ? Math.max(Theme.s4, tray.height - height - Theme.s5) : Theme.s3
            width: root.room
            spacing: Theme.s3

            Repeater {
                model: root.vm.ways

                PushButton {
                    required property int index
                    required property var modelData

                    objectName: "status." + modelData.key
                    width: index === ways.count - 1 && ways.count % 2 === 1 ? ways.width : (ways.width - Theme.s3) / 2
                    height: Math.max(ways.count > 8 ? 112 : 136, Theme.touchFloor)
                    text: modelData.text
                    tone: modelData.tone
                    icon: modelData.icon
                    onClicked: root.vm.go(modelData.key)
                }
            }
        }
    }
}
