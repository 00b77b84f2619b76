pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lecture

// The plan: so many minutes in so many steps, each step as wide as it takes, and what its colour means.
Item {
    id: root

    required property LectureViewModel vm

    readonly property int room: width - Theme.margin * 2
    readonly property bool beside: !Theme.landscape && count.implicitWidth + legend.width + Theme.s4 <= room

    function ground(part: string): color {
        return part === "told" ? Theme.ink : part === "watched" ? Theme.blue : Theme.gold;
    }

    implicitHeight: bar.y + bar.height + (beside ? 0 : legend.height + Theme.s2)
    height: implicitHeight

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    Song {
        id: count

        x: Theme.margin
        y: Theme.s3
        text: qsTr("%1 分钟，%2 步").arg(root.vm.minutes).arg(root.vm.count)
        font.pixelSize: Theme.h3
    }

    Row {
        id: bar

        objectName: "lecture.plan"
        x: Theme.margin
        y: count.y + count.height + Theme.s1
        Accessible.role: Accessible.Graphic
        Accessible.name: count.text

        Repeater {
            model: root.vm.slats

            Item {
                required property var modelData

                width: root.room * modelData.share
                height: Theme.s4

                Rectangle {
                    width: Math.max(2, parent.width - Theme.edge)
                    height: parent.height
                    color: root.ground(parent.modelData.part)
                    border.width: Theme.night ? Theme.hairline : 0
                    border.color: Theme.ink
                }
            }
        }
    }

    Row {
        id: legend

        x: root.beside ? root.width - Theme.margin - width : Theme.margin
        y: root.beside ? count.y + (count.height - height) / 2 + Theme.edge : bar.y + bar.height + Theme.s2
        spacing: Theme.s4

        Repeater {
            model: root.vm.parts

            Row {
                id: entry

                required property var modelData

                spacing: Theme.s2

                Rectangle {
                    width: Theme.s3
                    height: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.ground(entry.modelData.part)
                    border.width: Theme.night ? Theme.hairline : 0
                    border.color: Theme.ink
                }

                Label {
                    text: entry.modelData.words
                    font.pixelSize: Theme.meta
                    color: Theme.ink2
                }
            }
        }
    }
}
