import QtQuick
import kiosk.design
import kiosk.kinds.document

// What this law is called, who issued it, and whether it holds.
Item {
    id: root

    required property DocumentViewModel vm
    property bool wide: false

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
        Component.onCompleted: drop()
    }

    BarRow {
        id: bars

        x: tag.x + tag.width + Theme.s4
        width: root.width - x - (root.wide ? Theme.s5 : Theme.margin)
        bars: root.vm.cover.bars
        ends: root.vm.cover.barEnds
        low: 84
        explained: 132
    }

    Column {
        id: words

        x: Theme.margin
        y: root.wide ? 270 : 280
        width: root.width - x - (root.wide ? Theme.s5 : Theme.margin)
        spacing: Theme.s2

        Song {
            objectName: "document.title"
            width: parent.width
            text: root.vm.display
            font.pixelSize: broken ? root.wide ? (root.vm.han ? Theme.h2 : 52) : lines > 2 ? 56 : !root.vm.han ? 68 : Theme.h1 - 8 : size
            fontSizeMode: broken ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: 40
            maximumLineCount: 4
            wrapMode: broken ? Text.NoWrap : Text.Wrap
            elide: Text.ElideRight
            leading: 1.2

            readonly property int lines: text.split("\n").length
            // A title without breaks by meaning wraps; the longer it is, the smaller it begins.
            readonly property bool broken: lines > 1
            readonly property real room: width * (root.vm.han ? 1 : 1.8)
            readonly property int size: [root.wide ? Theme.h2 : Theme.h1 - 8, 68, 56, 48].find(s => text.length * s <= room * 2) ?? 40
        }

        Label {
            width: parent.width
            height: root.wide || !root.vm.han ? undefined : Theme.s5
            text: root.vm.cover.issued
            color: Theme.ink2
            wrapMode: root.wide || !root.vm.han ? Text.Wrap : Text.NoWrap
            fontSizeMode: root.wide || !root.vm.han ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.small
            font.pixelSize: root.vm.han ? Theme.label : Theme.meta
            maximumLineCount: root.wide ? 4 : 2
            elide: Text.ElideRight
        }

        Row {
            width: parent.width
            topPadding: Theme.s1
            spacing: Theme.s3

            StandingMark {
                id: mark

                objectName: "document.mark"
                mark: root.vm.cover.mark
            }

            Column {
                width: parent.width - mark.width - parent.spacing
                anchors.verticalCenter: mark.verticalCenter

                Label {
                    width: parent.width
                    text: root.wide ? (root.vm.cover.mark.note ?? "").replace(/日起施行$/, "日\n起施行") : root.vm.cover.mark.note ?? ""
                    font.pixelSize: root.wide ? Theme.meta : Theme.label
                    wrapMode: Text.Wrap
                    bold: true
                }

                Label {
                    visible: !root.wide && text !== ""
                    width: parent.width
                    text: root.vm.cover.history[root.vm.cover.history.length > 1 ? 1 : 0] ?? ""
                    font.pixelSize: Theme.meta
                    color: Theme.ink2
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 26
                    elide: Text.ElideRight
                }
            }
        }

        Label {
            objectName: "document.counted"
            width: parent.width
            height: root.wide ? Math.min(implicitHeight, root.height - words.y - y - Theme.s3) : implicitHeight
            topPadding: Theme.s1
            text: (root.wide ? [root.vm.cover.notice, root.vm.cover.counted, ...root.vm.cover.history] : [root.vm.cover.notice !== "" ? root.vm.cover.notice : root.vm.cover.counted]).filter(l => l !== "").join("\n")
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: root.wide ? 10 : 1
            elide: Text.ElideRight
        }
    }
}
