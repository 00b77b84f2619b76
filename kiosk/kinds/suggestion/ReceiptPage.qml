pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// The receipt: the one thing on the wall, to be written down or photographed.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "suggestion.receipt"

    StepWall {
        vm: root.vm
        title: qsTr("交上去了，\n收好回执")
        note: root.wide ? qsTr("抄下来，或者拍下来。") : ""
    }

    Rectangle {
        id: band

        x: root.wide ? 684 : 0
        y: root.wide ? 0 : 408
        width: root.width - x
        height: root.wide ? 300 : 336
        color: Theme.ink

        Label {
            x: root.edge - band.x
            y: Theme.s4
            text: qsTr("回执编号")
            color: Theme.overInk
        }

        Song {
            objectName: "suggestion.code"
            x: root.edge - band.x
            y: Theme.s6
            width: root.room
            height: parent.height - y - Theme.s3
            verticalAlignment: Text.AlignVCenter
            text: root.vm.receipt.groups.join("\u2002")
            font.pixelSize: Theme.display
            font.features: {
                "lnum": 1
            }
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.h2
            leading: 1
            color: Theme.goldOnInk
            Accessible.role: Accessible.StaticText
            Accessible.name: root.vm.receipt.groups.join(" ")
        }
    }

    QrSquare {
        id: qr

        objectName: "suggestion.qr"
        x: root.edge
        y: band.y + band.height + Theme.s4
        width: root.wide ? 400 : 492
        name: qsTr("回执的二维码")
        code: root.vm.receipt.square
    }

    Column {
        x: qr.x + qr.width + Theme.s5
        y: qr.y
        width: root.width - x - Theme.margin
        spacing: Theme.s3

        Song {
            visible: !root.wide
            width: parent.width
            text: qsTr("抄下来，\n或者拍下来")
            font.pixelSize: Theme.h3
            leading: 1.3
        }

        Label {
            width: parent.width
            text: qsTr("办公室答复以后，到任何一块屏的“查编号”里输入它，就看得到。")
            font.pixelSize: Theme.noteSize
            lineHeight: 1.1
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            text: qsTr("屏上不留底，\n离开就找不回了。")
            font.pixelSize: Theme.noteSize
            lineHeight: 1.1
            wrapMode: Text.Wrap
            color: Theme.redDark
            bold: true
        }
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s3 : Theme.s5) * 2

        PushButton {
            objectName: "suggestion.done"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.room - more.width - Theme.s3
            height: Theme.control
            tone: "red"
            text: qsTr("记好了")
            onClicked: root.vm.receipt.done()
        }

        PushButton {
            id: more

            objectName: "suggestion.again"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 292
            height: Theme.control
            text: qsTr("再提一条")
            onClicked: root.vm.letter.begin()
        }
    }
}
