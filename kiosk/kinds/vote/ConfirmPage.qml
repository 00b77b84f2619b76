import QtQuick
import kiosk.design
import kiosk.kinds.vote

// The last look before the vote: the number of the entry is the one thing on the wall.
Item {
    id: root

    required property VoteViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property real hand: width - edge - Theme.margin

    objectName: "vote.confirm"

    EntryArt {
        visible: root.wide
        width: 768
        height: root.height
        tile: root.vm.entries.entry.tile ?? ""
        number: root.vm.entries.entry.number ?? ""
        words: root.vm.entries.entry.title ?? ""
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: root.wide
    }

    Song {
        id: figure

        x: root.wide ? root.edge : root.width - Theme.margin - width
        y: 0
        text: root.vm.entries.entry.number ?? ""
        font.pixelSize: Theme.numeral
        color: Theme.red
        leading: 1.05
        font.features: {
            "lnum": 1
        }
    }

    Song {
        id: heading

        objectName: "vote.confirmTitle"
        x: root.edge
        y: root.wide ? 516 : 616
        width: root.hand
        text: root.vm.entries.entry.title ?? ""
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        elide: Text.ElideRight
        leading: 1.2
    }

    EntryArt {
        visible: !root.wide
        x: root.edge
        y: Theme.handZone
        width: root.hand
        height: 500
        tile: root.vm.entries.entry.tile ?? ""
        number: root.vm.entries.entry.number ?? ""
        words: root.vm.entries.entry.first ?? ""
        frame: Theme.line
    }

    Label {
        objectName: "vote.who"
        x: root.edge
        y: root.wide ? 632 : 1300
        width: root.hand
        text: root.vm.fault || root.vm.status
        bold: root.vm.fault !== ""
        font.pixelSize: Theme.button
        lineHeight: 1.3
        color: root.vm.fault !== "" ? Theme.redDark : Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s6) * 2

        PushButton {
            objectName: "vote.main"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - back.width - Theme.s3
            tone: "red"
            enabled: root.vm.votable || root.vm.busy
            busy: root.vm.busy
            progress: 0.6
            text: root.vm.busy ? qsTr("正在记票…") : qsTr("投 %1 号一票").arg(root.vm.entries.entry.number ?? "")
            onClicked: root.vm.vote()
        }

        PushButton {
            id: back

            objectName: "vote.again"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 280
            enabled: !root.vm.busy
            text: qsTr("再想想")
            onClicked: root.vm.gallery()
        }
    }
}
