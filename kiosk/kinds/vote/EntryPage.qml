pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.vote

// One entry whole: its picture or film, and all its words; the vote names the number here too.
Item {
    id: root

    required property VoteViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property var entry: vm.entries.entry
    readonly property bool pictured: (entry.picture ?? "").toString() !== ""
    readonly property bool sounds: (entry.media ?? "").toString() !== ""
    readonly property bool poem: vm.genre === "poem"
    readonly property int artWidth: wide ? 768 : width
    readonly property bool bare: pictured && !sounds && (entry.lines ?? []).length === 0
    readonly property int artHeight: wide ? height : bare ? 1120 : 600
    readonly property int edge: wide ? 816 : Theme.margin
    readonly property real hand: width - edge - Theme.margin

    objectName: "vote.entry"

    Rectangle {
        width: root.artWidth
        height: root.artHeight
        color: Theme.kraft
    }

    // The photo whole, never cut and never tinted.
    Image {
        id: whole

        visible: root.pictured && !root.sounds
        x: Theme.s3
        y: Theme.s3
        width: root.artWidth - Theme.s3 * 2
        height: root.artHeight - Theme.s3 * 2
        source: visible ? root.entry.picture : ""
        sourceSize.height: 1400
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        Accessible.role: Accessible.Graphic
        Accessible.name: root.entry.alt ?? ""

        Rectangle {
            anchors.centerIn: parent
            width: whole.paintedWidth
            height: whole.paintedHeight
            color: "transparent"
            border.width: Theme.line
            border.color: Theme.ink
        }
    }

    EntryArt {
        visible: !root.pictured && !root.sounds
        width: root.artWidth
        height: root.artHeight
        number: root.entry.number ?? ""
        words: root.entry.title ?? ""
    }

    Loader {
        id: box

        active: root.sounds
        width: root.artWidth
        height: root.artHeight
        sourceComponent: MediaBox {
            source: root.entry.media
            video: root.entry.video
            software: root.vm.software
            tile: root.entry.tile
            number: root.entry.number
            words: root.entry.title
            onPlayed: on => root.vm.playing(on)
        }
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: true
    }

    Song {
        id: number

        x: root.edge
        y: root.wide ? Theme.s4 : root.artHeight + Theme.s3
        text: root.entry.number ?? ""
        font.pixelSize: 116
        color: Theme.red
        leading: 1
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
    }

    Song {
        id: heading

        anchors.left: number.right
        anchors.leftMargin: Theme.s3
        y: number.y - 2
        width: root.edge + root.hand - number.x - number.width - Theme.s3
        text: root.entry.title ?? ""
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        elide: Text.ElideRight
        leading: 1.25
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        anchors.left: heading.left
        anchors.right: heading.right
        y: number.y + 78
        text: root.entry.by ?? ""
        color: Theme.ink2
        elide: Text.ElideRight
    }

    PushButton {
        id: play

        objectName: "vote.play"
        visible: root.sounds
        x: root.edge
        y: root.wide ? number.y + 148 : Theme.handZone
        width: root.hand
        icon: playing ? "pause" : "play"
        text: failed ? qsTr("放不出来，先看文字") : playing ? qsTr("停一下　%1 / %2").arg(media.clock(media.at)).arg(media.clock(media.length)) : root.entry.video ? qsTr("看视频") : qsTr("听录音")
        enabled: !failed
        onClicked: media.toggle()

        readonly property MediaBox media: box.item as MediaBox
        readonly property bool playing: media !== null && media.running
        readonly property bool failed: media !== null && media.failed
    }

    ReadPane {
        x: root.edge
        y: play.visible ? play.y + play.height + Theme.s3 : root.wide ? number.y + 148 : Math.max(Theme.handZone + Theme.s3, number.y + 136)
        width: root.hand
        height: tray.y - Theme.s3 - y

        Repeater {
            model: root.entry.lines ?? []

            Label {
                required property string modelData
                required property int index

                objectName: "vote.line." + index
                width: root.hand
                text: root.poem || !root.vm.han ? modelData : "\u3000\u3000" + modelData
                font.pixelSize: Theme.read
                lineHeight: Theme.readLine / 1.448
                wrapMode: Text.Wrap
                horizontalAlignment: !root.poem && root.vm.han && width / Theme.read > 18 ? Text.AlignJustify : Text.AlignLeft
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData
            }
        }

        Label {
            visible: root.entry.lines === undefined || root.entry.lines.length === 0
            width: root.hand
            text: root.entry.alt ?? ""
            font.pixelSize: Theme.noteSize
            lineHeight: 1.1
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
    }

    Tray {
        id: tray

        readonly property bool voted: root.vm.stage === "open" && root.vm.mine.includes(root.vm.entries.chosen)
        readonly property bool votes: root.vm.stage === "open"

        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + 52 + Theme.s2 * 2 + (root.wide ? Theme.s2 : Theme.s5)

        Label {
            x: root.edge - tray.x
            y: Theme.s2
            width: root.hand
            height: 52
            verticalAlignment: Text.AlignVCenter
            text: root.vm.status
            bold: root.vm.warned
            color: root.vm.warned ? Theme.redDark : Theme.ink2
            fontSizeMode: Text.Fit
            minimumPixelSize: 22
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Row {
            x: root.edge - tray.x
            y: Theme.s2 * 2 + 52
            width: root.hand
            height: Theme.control
            spacing: Theme.s3

            PushButton {
                objectName: "vote.main"
                width: parent.width - pair.width - parent.spacing
                height: parent.height
                tone: !tray.votes ? "sheet" : tray.voted ? "ink" : "red"
                enabled: !tray.votes || root.vm.votable || root.vm.busy
                busy: root.vm.busy
                progress: 0.6
                icon: tray.voted ? "check" : ""
                text: !tray.votes ? qsTr("回到作品墙") : root.vm.busy ? qsTr("正在记票…") : tray.voted ? qsTr("已投 %1 号").arg(root.entry.number ?? "") : qsTr("投 %1 号一票").arg(root.entry.number ?? "")
                onClicked: tray.votes ? root.vm.vote() : root.vm.gallery()
            }

            Row {
                id: pair

                height: parent.height
                spacing: Theme.s2

                PushButton {
                    objectName: "vote.before"
                    width: 180
                    height: parent.height
                    text: qsTr("前一件")
                    enabled: root.vm.entries.total > 1 && !root.vm.busy
                    onClicked: root.vm.entries.step(-1)
                }

                PushButton {
                    objectName: "vote.after"
                    width: 180
                    height: parent.height
                    text: qsTr("后一件")
                    enabled: root.vm.entries.total > 1 && !root.vm.busy
                    onClicked: root.vm.entries.step(1)
                }
            }
        }
    }
}
