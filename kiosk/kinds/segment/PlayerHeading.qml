import QtQuick
import kiosk.design
import kiosk.kinds.segment

// Title and second line; side by side when there is room for both.
Item {
    id: root

    required property SegmentViewModel vm

    readonly property bool stacked: Theme.landscape || titleSize.advanceWidth + noteSize.advanceWidth + Theme.s5 > width

    implicitHeight: title.height + note.height

    TextMetrics {
        id: titleSize

        font.family: Theme.song
        font.weight: Font.Bold
        font.pixelSize: Theme.h1
        text: root.vm.title
    }

    TextMetrics {
        id: noteSize

        font.family: Theme.sans
        font.pixelSize: Theme.label
        text: root.vm.subtitle
    }

    Song {
        id: title

        y: root.stacked ? (root.height - height - note.height) / 2 : (root.height - height) / 2
        width: root.stacked ? root.width : Math.ceil(titleSize.advanceWidth) + 1
        text: root.vm.title
        font.pixelSize: root.stacked && !Theme.landscape ? Theme.h2 : Theme.h1
        fontSizeMode: root.stacked ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.button
        elide: Text.ElideRight
        maximumLineCount: 1
    }

    Label {
        id: note

        x: root.stacked ? 0 : title.width + Theme.s5
        y: root.stacked ? title.y + title.height : title.y + title.baselineOffset - baselineOffset
        width: root.width - x
        text: root.vm.subtitle
        color: Theme.ink2
        elide: Text.ElideRight
        maximumLineCount: 1
    }
}
