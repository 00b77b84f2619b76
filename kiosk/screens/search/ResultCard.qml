import QtQuick
import kiosk.design

// One result: the poster's square, the name, the trade and era.
Pressable {
    id: root

    property string title: ""
    property string note: ""
    property url picture

    readonly property bool low: height < 190 // no room for a second line

    name: note ? title + " " + line.text : title

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    ArtFrame {
        id: art

        width: height
        height: parent.height
        source: root.picture
        alt: ""
        fallback: root.title.charAt(0)
        frame: Theme.line
    }

    Column {
        anchors.left: art.right
        anchors.leftMargin: root.width < 440 ? Theme.s2 : Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        Song {
            readonly property bool fits: least.width <= width

            width: parent.width
            text: root.title
            font.pixelSize: fits ? Theme.h2 - 4 : least.font.pixelSize
            fontSizeMode: fits ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: least.font.pixelSize
            wrapMode: fits ? Text.NoWrap : Text.Wrap
            maximumLineCount: fits || root.low ? 1 : 2
            elide: Text.ElideRight
            leading: 1.2
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.low || line.width <= width ? line.text : root.note
            font.pixelSize: Theme.meta
            fontSizeMode: root.low || line.width <= width ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.small
            color: Theme.ink2
            wrapMode: root.low || line.width <= width ? Text.NoWrap : Text.Wrap
            maximumLineCount: root.low || line.width <= width ? 1 : 2
            elide: Text.ElideRight
            lineHeight: 0.9
        }
    }

    TextMetrics {
        id: least

        font.family: Theme.song
        font.weight: Font.Bold
        font.pixelSize: 32
        text: root.title
    }

    // Trade and era on one line where there is room.
    TextMetrics {
        id: line

        font.family: Theme.sans
        font.pixelSize: Theme.small
        text: root.note.replace("\n", " ")
    }
}
