import QtQuick
import kiosk.design
import kiosk.kinds.document

// Which article, of which law, and whether it holds.
Item {
    id: root

    required property DocumentViewModel vm
    property bool wide: false

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
    }

    BarRow {
        x: tag.x + tag.width + Theme.s4
        width: root.width - x - (root.wide ? Theme.s5 : Theme.margin)
        bars: root.vm.cover.bars
        current: root.vm.cover.bar
        low: root.wide ? 108 : 150
        explained: root.wide ? 144 : 200
        chosen: root.wide ? 220 : 300
        ends: root.vm.cover.barEnds
    }

    Song {
        id: number

        objectName: "document.label"
        x: Theme.margin
        y: root.wide ? 270 : 344
        width: root.wide ? root.width - x - Theme.s5 : mark.x - x - Theme.s3
        height: Theme.door * 1.2
        text: root.vm.article.label
        font.pixelSize: Theme.door
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        leading: 1.2
    }

    StandingMark {
        id: mark

        objectName: "document.mark"
        x: root.wide ? Theme.margin : root.width - Theme.margin - width
        y: root.wide ? name.y + name.height + Theme.s3 : 360
        mark: root.vm.article.mark
    }

    Label {
        id: name

        x: Theme.margin
        y: number.y + number.height + Theme.s1
        width: root.wide ? root.width - x - Theme.s5 : mark.x - x - Theme.s3
        text: root.vm.official
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: root.wide ? 2 : 1
        elide: Text.ElideRight
        fontSizeMode: root.wide ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: Theme.small
    }

    Label {
        x: root.wide ? mark.x + mark.width + Theme.s3 : mark.x
        y: root.wide ? mark.y : mark.y + mark.height + Theme.s1
        width: root.wide ? root.width - x - Theme.s5 : mark.width
        height: root.wide ? mark.height : implicitHeight
        verticalAlignment: Text.AlignVCenter
        text: root.wide ? (root.vm.article.mark.note ?? "").replace(/日起施行$/, "日\n起施行") : root.vm.article.mark.note ?? ""
        font.pixelSize: Theme.meta
        color: Theme.ink2
        wrapMode: root.wide ? Text.Wrap : Text.NoWrap
        fontSizeMode: root.wide ? Text.Fit : Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
    }

    Rectangle {
        visible: !root.wide
        x: Theme.margin
        y: 540
        width: root.width - Theme.margin * 2
        height: Theme.section
        color: Theme.ink
    }
}
