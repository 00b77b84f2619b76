pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.vote

// Whose vote is it: a worker number on the pad, or a card whose reader types it.
Item {
    id: root

    required property VoteViewModel vm

    signal touched

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int wall: wide ? 768 : width
    readonly property int room: wall - Theme.margin * 2
    readonly property int cells: Math.max(vm.number.places, vm.number.typed.length, 1)
    readonly property real step: Math.min(108, room / cells)

    objectName: "vote.identify"

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        id: heading

        objectName: "vote.ask"
        x: tag.x + tag.width + Theme.s5
        y: Theme.s6
        width: root.wall - x - Theme.margin
        text: root.vm.number.card ? qsTr("刷一下卡，\n或者按卡号") : qsTr("请按工号")
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.2
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        x: tag.x + tag.width + Theme.s5
        anchors.top: heading.bottom
        anchors.topMargin: Theme.s3
        width: root.wall - x - Theme.margin
        text: qsTr("这一票要投给 %1 号《%2》。").arg(root.vm.entries.entry.number ?? "").arg(root.vm.entries.entry.title ?? "")
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: Theme.ink2
    }

    Row {
        objectName: "vote.typed"
        x: Theme.margin
        y: root.wide ? 420 : 408
        Accessible.role: Accessible.StaticText
        Accessible.name: root.vm.number.typed

        Repeater {
            model: root.cells

            Item {
                id: cell

                required property int index

                width: root.step
                height: 120

                Rectangle {
                    y: parent.height - height
                    width: parent.width - Math.min(Theme.s2, parent.width / 6)
                    height: cell.index < root.vm.number.typed.length ? Theme.section : Theme.line
                    color: cell.index < root.vm.number.typed.length ? Theme.ink : Theme.track
                }

                Song {
                    width: parent.width - Math.min(Theme.s2, parent.width / 6)
                    height: parent.height
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: root.vm.number.typed.charAt(cell.index)
                    font.pixelSize: Math.min(Theme.h1, root.step * 1.3)
                    leading: 1
                    font.features: {
                        "lnum": 1,
                        "tnum": 1
                    }
                }
            }
        }
    }

    Label {
        objectName: "vote.fault"
        x: Theme.margin
        y: root.wide ? 580 : 568
        width: root.room
        text: root.vm.busy ? qsTr("正在查…") : root.vm.fault || qsTr("号码只用来数票，屏里不留原样。")
        bold: root.vm.fault !== ""
        font.pixelSize: Theme.button
        color: root.vm.fault !== "" ? Theme.redDark : Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }

    Rectangle {
        x: root.wide ? root.edge - Theme.s5 : 0
        y: root.wide ? 0 : Theme.handZone
        width: root.width - x
        height: root.height - y
        color: Theme.kraft
    }

    DigitPad {
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s5
        width: root.width - root.edge - Theme.margin
        height: root.height - y - Theme.s5
        ready: root.vm.number.ready
        busy: root.vm.busy
        onPressed: digit => {
            root.vm.number.press(digit);
            root.touched();
        }
        onErased: {
            root.vm.number.erase();
            root.touched();
        }
        onDone: root.vm.number.identify()
    }
}
