pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.admin.desk
import kiosk.screens.admin.parts

// A page of the administrator: the wall tells, the list is chosen from, the tray acts.
Item {
    id: root

    required property DeskViewModel vm
    property Component editor: null // stands in the tray, above the acts
    property string tag: qsTr("值班")

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 876 : width
    readonly property int edge: wide ? wall + Theme.s4 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "desk"

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.tag
        Component.onCompleted: drop()
    }

    Song {
        id: title

        objectName: "desk.title"
        x: tag.x + tag.width + Theme.s4
        y: Theme.s5
        width: root.wall - x - Theme.margin
        text: root.vm.title
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        elide: Text.ElideRight
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
        height: (root.wide ? root.height : Theme.handZone) - y - Theme.s2
        contentHeight: told.height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: told

            x: Theme.margin
            width: root.wall - Theme.margin - (root.wide ? Theme.s4 : Theme.margin)
            spacing: Theme.s3

            Finding {
                objectName: "desk.finding"
                visible: root.vm.finding[0] !== ""
                width: parent.width
                title: root.vm.finding[0] ?? ""
                note: root.vm.finding[1] ?? ""
                tone: root.vm.finding[2] ?? "info"
            }

            Rectangle {
                visible: root.vm.head !== ""
                width: parent.width
                height: Theme.section
                color: Theme.ink
            }

            Song {
                objectName: "desk.head"
                visible: text !== ""
                width: parent.width
                text: root.vm.head
                font.pixelSize: Theme.h2
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }

            Song {
                objectName: "desk.big"
                visible: text !== ""
                width: parent.width
                text: root.vm.big
                font.pixelSize: Theme.h1
                font.features: {
                    "tnum": 1
                }
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.label
                color: Theme.red
                leading: 1.1
            }

            Loader {
                visible: active
                active: root.vm.typing && !root.wide
                width: parent.width
                sourceComponent: line
            }

            Column {
                width: parent.width
                spacing: Theme.s1

                Repeater {
                    model: root.vm.lines

                    Label {
                        required property string modelData

                        width: told.width
                        text: modelData
                        font.pixelSize: Theme.noteSize
                        color: Theme.ink2
                        wrapMode: Text.Wrap
                        lineHeight: 1.15
                    }
                }
            }
        }
    }

    Component {
        id: line

        LineField {
            text: root.vm.typed
            latin: root.vm.typesLatin
            onTyped: line => root.vm.keepTyped(line)
            onAccepted: root.vm.confirm()
        }
    }

    Loader {
        active: root.vm.typing && root.wide // the keyboard comes up to the middle of the wall
        x: root.edge
        y: tray.y + tray.height + Theme.s4
        width: root.room
        sourceComponent: line
    }

    ListView {
        id: list

        objectName: "desk.rows"
        visible: !root.vm.typing
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone
        width: root.room
        height: Math.max(0, tray.y - y)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.vm.rows
        bottomMargin: contentHeight > height ? more.height : 0

        // The model is made anew with every change: the place in the list stays.
        property real held: 0

        function stay(): void {
            contentY = Math.min(held, Math.max(originY, originY + contentHeight + bottomMargin - height));
        }

        onContentYChanged: {
            if (moving || dragging || more.activeFocus)
                held = contentY;
        }
        onMovementEnded: held = contentY
        onModelChanged: Qt.callLater(list.stay)

        delegate: DeskRow {
            width: list.width
            picked: modelData.key === root.vm.chosen
            onClicked: {
                list.held = list.contentY;
                root.vm.pick(modelData.key);
            }
        }
    }

    MoreBelow {
        id: more

        objectName: "desk.more"
        visible: !root.vm.typing && list.contentHeight > list.height && !list.atYEnd
        list: list
        x: root.edge
        width: root.room
        y: tray.y - height
    }

    Tray {
        id: tray

        visible: actions.height > 0
        x: root.wide ? root.wall : 0
        width: root.width - x
        height: actions.height > 0 ? actions.height + Theme.s3 * 2 : 0
        y: !root.vm.typing ? root.height - height : root.wide ? 0 : Theme.handZone // the keyboard needs the lower half

        Column {
            id: actions

            x: root.edge - tray.x
            y: Theme.s3
            width: root.room
            spacing: Theme.s3

            Flow {
                visible: root.vm.tabs.length > 0 && !root.vm.asking && !root.vm.typing
                width: parent.width
                spacing: Theme.s2

                Repeater {
                    model: root.vm.tabs

                    Chip {
                        required property var modelData

                        objectName: "desk.tab." + modelData.key
                        text: modelData.text
                        checked: modelData.on
                        onClicked: root.vm.tab(modelData.key)
                    }
                }
            }

            Loader {
                visible: active
                active: root.editor !== null && !root.vm.asking && !root.vm.typing
                width: parent.width
                sourceComponent: root.editor
            }

            Label {
                objectName: "desk.note"
                visible: text !== ""
                width: parent.width
                text: root.vm.note
                bold: root.vm.asking
                font.pixelSize: root.vm.asking ? Theme.button : Theme.noteSize
                wrapMode: Text.Wrap
            }

            ActGrid {
                visible: root.vm.buttons.length > 0
                width: parent.width
                acts: root.vm.buttons
                onDone: key => root.vm.act(key)
            }
        }
    }
}
