pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Who is here, what they know about, and what they were honoured with. Read only.
RoomPage {
    id: root

    objectName: "studio.people"
    heading: qsTr("这里有谁")
    note: vm.leader
    view: list

    component Heading: Label {
        width: list.width
        topPadding: Theme.s3
        bottomPadding: Theme.s2
        bold: true
    }

    component Line: Item {
        id: line

        property string title: ""
        property string about: ""
        property string mark: ""

        width: list.width
        height: words.height + Theme.s3 * 2

        Rectangle {
            width: parent.width
            height: Theme.edge
            color: Theme.ink
        }

        Column {
            id: words

            y: Theme.s3
            width: parent.width - (when.visible ? when.width + Theme.s3 : 0)
            spacing: Theme.s1

            Song {
                width: parent.width
                text: line.title
                font.pixelSize: Theme.h3 - 4
                wrapMode: Text.Wrap
            }

            Label {
                visible: text !== ""
                width: parent.width
                text: line.about
                font.pixelSize: Theme.noteSize
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }

        Song {
            id: when

            visible: text !== ""
            anchors.right: parent.right
            y: Theme.s3
            text: line.mark
            font.pixelSize: Theme.h3 - 4
            color: Theme.red
        }
    }

    Flickable {
        id: list

        objectName: "studio.list"
        anchors.fill: parent
        contentWidth: width
        contentHeight: column.height + Theme.s4
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            width: parent.width

            Label {
                visible: root.vm.about !== ""
                width: parent.width
                text: root.vm.about
                font.pixelSize: Theme.read
                wrapMode: Text.Wrap
                lineHeight: 1.25
                bottomPadding: Theme.s3
            }

            Heading {
                visible: root.vm.fields.length > 0
                text: qsTr("会什么")
            }

            Song {
                visible: root.vm.fields.length > 0
                width: parent.width
                bottomPadding: Theme.s3
                text: root.vm.fields.join(qsTr("、"))
                font.pixelSize: Theme.h3
                wrapMode: Text.Wrap
            }

            Heading {
                visible: root.vm.rooms.members.length > 0
                text: qsTr("成员，%1 种角色").arg(root.vm.rooms.members.length)
            }

            Repeater {
                model: root.vm.rooms.members

                Line {
                    required property var modelData

                    title: modelData.role
                    about: modelData.does
                }
            }

            Heading {
                visible: root.vm.rooms.honours.length > 0
                text: qsTr("荣誉，%1 项").arg(root.vm.rooms.honours.length)
            }

            Repeater {
                model: root.vm.rooms.honours

                Line {
                    required property var modelData

                    title: modelData.name
                    mark: modelData.year
                }
            }
        }
    }
}
