import QtQuick
import kiosk.design

// A room on the home wall: its name, one live fact, its mark.
Pressable {
    id: root

    property string title: ""
    property string fact: ""
    property string mark: ""

    readonly property bool low: height < Theme.tile * 0.85
    readonly property int pad: low ? Theme.s2 : Theme.s3
    readonly property real size: Theme.h3 * (/[a-z]/.test(title) ? (width < 280 ? 0.64 : 0.72) : low ? 0.84 : 1) // letters run longer than characters
    readonly property bool tight: height - mark.size < size * 1.3 + pad * 2 // the mark would stand in the title

    implicitHeight: Theme.tile
    name: title + " " + fact

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.night ? Theme.strip : Theme.edge
        color: Theme.ink
    }

    Song {
        x: Theme.s3
        y: root.pad
        width: parent.width - Theme.s3 * 2 - (root.tight ? mark.size : 0)
        text: root.title
        font.pixelSize: root.size
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 26
        elide: Text.ElideRight
    }

    Label {
        x: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.pad
        width: parent.width - x - mark.width - root.pad - Theme.s1
        text: root.fact
        font.pixelSize: Theme.meta
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Mark {
        id: mark

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: root.pad
        name: root.mark
        size: root.low ? 56 : 68
    }
}
