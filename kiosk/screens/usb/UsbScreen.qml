pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.usb

// A stick is in: what is on it, what becomes of it, and when it may be pulled out.
Item {
    id: root

    required property UsbViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 876 : width
    readonly property int edge: wide ? wall + Theme.s3 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property color wordColour: vm.tone === "good" ? Theme.green : vm.tone === "bad" ? Theme.red : Theme.ink

    objectName: "usb"

    HangingTag {
        x: Theme.margin
        text: qsTr("收内容")
        Component.onCompleted: drop()
    }

    DownWords {
        id: sentence

        objectName: "usb.sentence"
        x: 216
        y: Theme.s6
        width: han ? implicitWidth : stick.x - x - Theme.s3
        text: root.vm.sentence
        color: root.wordColour
    }

    Label {
        objectName: "usb.verdict"
        x: Theme.margin
        y: (root.wide ? 640 : 655) + (82 - height) / 2
        width: stick.x - x - Theme.s3
        text: root.vm.verdict
        bold: true
        color: root.vm.known ? Theme.green : root.wordColour
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    Stick {
        id: stick

        objectName: "usb.stick"
        x: root.wall - width - (root.wide ? Theme.s4 : Theme.margin)
        height: 737
        blocks: root.vm.blocks
        out: root.vm.phase === "removed"
    }

    Label {
        visible: root.wide
        x: Theme.margin
        y: 780
        width: root.wall - x - Theme.s4
        text: root.vm.label
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    Column {
        id: head

        x: root.edge
        y: root.wide ? Theme.s6 : Theme.handZone + Theme.s2
        width: root.room
        spacing: Theme.s3

        Finding {
            objectName: "usb.finding"
            visible: root.vm.findingTitle !== ""
            width: parent.width
            title: root.vm.findingTitle
            note: root.vm.findingNote
            tone: root.vm.findingTone
        }

        Song {
            objectName: "usb.heading"
            visible: text !== ""
            width: parent.width
            text: root.vm.heading
            font.pixelSize: Theme.h2
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 36
            font.features: {
                "tnum": 1,
                "halt": 1
            }
            leading: 1.1
        }

        Gauge {
            objectName: "usb.gauge"
            visible: root.vm.gauge
            width: parent.width
            fraction: root.vm.fraction
        }

        Label {
            objectName: "usb.note"
            visible: text !== ""
            width: parent.width
            text: root.vm.note
            font.pixelSize: Theme.noteSize
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }

    Rectangle {
        id: rule

        visible: list.count > 0
        x: root.edge
        y: head.y + head.height + Theme.s3
        width: root.room
        height: Theme.section
        color: Theme.ink
    }

    ListView {
        id: list

        objectName: "usb.packs"
        x: root.edge
        y: rule.y + rule.height
        width: root.room
        height: Math.max(0, tray.y - y)
        clip: true
        model: root.vm.packs
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: contentHeight > height ? more.height : 0 // also while the band is away: a list that shrank would call it back

        delegate: PackRow {
            width: list.width
        }
    }

    // How many are still below: touching it scrolls one screen.
    MoreBelow {
        id: more

        objectName: "usb.more"
        list: list
        x: root.edge
        width: root.room
        y: tray.y - height
    }

    Loader {
        objectName: "usb.looking"
        active: root.vm.phase === "looking"
        x: root.edge
        y: head.y + Theme.s3
        width: root.room
        sourceComponent: StateBlock {
            condition: "loading"
            title: qsTr("正在看U盘上有什么")
            note: qsTr("只看签名和清单，不改动U盘")
        }
    }

    Tray {
        id: tray

        readonly property bool offers: root.vm.primary !== "" || root.vm.secondary !== ""

        visible: offers
        x: root.wide ? root.wall : 0
        width: root.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s6) * 2 + (root.wide ? 0 : 4)
        y: root.height - height

        Row {
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s3

            PushButton {
                objectName: "usb.primary"
                visible: text !== ""
                width: second.visible ? root.room - second.width - Theme.s3 : root.room
                tone: root.vm.busy ? "ink" : "red"
                text: root.vm.primary
                busy: root.vm.busy
                progress: root.vm.fraction
                Accessible.role: root.vm.busy ? Accessible.StaticText : Accessible.Button
                onClicked: root.vm.act()
            }

            PushButton {
                id: second

                objectName: "usb.secondary"
                visible: text !== ""
                width: root.vm.primary === "" ? root.room : 300
                text: root.vm.secondary
                onClicked: root.vm.decline()
            }
        }
    }
}
