pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.handoff

// What to take away from this page, what belongs to it, and what comes next in the playlist.
Tray {
    id: root

    required property HandoffViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int side: wide ? 400 : 432
    readonly property bool more: vm.akin.length > 0

    objectName: "handoff"
    implicitHeight: wide ? 620 : (more ? 560 + 92 + rows.height + Theme.s4 : 560) + buttons.height + Theme.s4

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    QrSquare {
        id: qr

        x: Theme.margin
        y: Theme.s5
        width: root.side
        objectName: "handoff.code"
        code: root.vm.code
        name: qsTr("手机扫一扫，把这张卡带走")
    }

    Label {
        id: how

        x: qr.x
        y: qr.y + qr.height + Theme.s2
        width: qr.width
        text: root.vm.hasAddress ? qsTr("手机扫一扫，没网也能看") : qsTr("手机扫一扫，不用联网")
        font.pixelSize: Theme.small
        color: Theme.ink2
        horizontalAlignment: Text.AlignHCenter
        elide: Text.ElideRight
    }

    Column {
        id: words

        x: qr.x + qr.width + Theme.s5
        y: Theme.s4
        width: root.wide && root.more ? 640 : root.width - Theme.margin - x
        spacing: Theme.s2

        Song {
            id: title

            width: parent.width
            text: root.vm.title
            font.pixelSize: Theme.latin ? 42 : Theme.h3
            fontSizeMode: Theme.latin ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.label
            wrapMode: Theme.latin ? Text.Wrap : Text.NoWrap
            maximumLineCount: Theme.latin ? 2 : 1
            elide: Text.ElideRight
            leading: 1.2
        }

        Label {
            objectName: "handoff.words"
            width: parent.width
            text: root.vm.words
            font.pixelSize: Theme.meta
            lineHeight: 1.15
            wrapMode: Text.Wrap
            maximumLineCount: (root.wide ? 6 - title.lineCount : 6) + (root.vm.source !== "" ? 0 : 1)
            elide: Text.ElideRight
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.vm.source
            font.pixelSize: Theme.small
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: root.wide ? 1 : 2
            elide: Text.ElideRight
        }
    }

    Song {
        id: heading

        visible: root.more
        x: root.wide ? words.x + words.width + Theme.s5 : Theme.margin
        y: root.wide ? Theme.s4 : 560
        text: qsTr("还有这些和它有关")
        font.pixelSize: 42
    }

    Column {
        id: rows

        x: heading.x
        y: heading.y + 72
        width: root.width - Theme.margin - x
        spacing: Theme.s2

        Repeater {
            model: root.vm.akin

            AkinRow {
                required property int index
                required property var modelData

                objectName: "handoff.akin." + index
                width: rows.width
                title: modelData.title
                note: modelData.note
                picture: modelData.picture
                onClicked: root.vm.open(modelData.uid)
            }
        }
    }

    Row {
        id: buttons

        x: root.wide ? words.x : Theme.margin
        y: root.implicitHeight - height - Theme.s4
        width: root.wide && root.more ? words.width : root.width - Theme.margin - x
        spacing: Theme.s3

        PushButton {
            objectName: "handoff.forward"
            visible: root.vm.following !== ""
            width: (parent.width - Theme.s3) * 0.66
            tone: "red"
            icon: "skip-next"
            text: qsTr("下一个 %1").arg(root.vm.following)
            onClicked: root.vm.forward()
        }

        PushButton {
            objectName: "handoff.close"
            width: root.vm.following !== "" ? (parent.width - Theme.s3) * 0.34 : parent.width
            text: qsTr("收起")
            onClicked: root.vm.close()
        }
    }
}
