import QtQuick
import kiosk.design

// A square crop of the poster with the name under it.
Pressable {
    id: root

    property url picture
    property string title: ""
    property string note: ""
    property string alt: ""

    implicitWidth: 296
    property real art: width * 274 / 296 // height of the crop

    implicitHeight: art + 78
    name: note ? title + " " + note : title

    ArtFrame {
        id: poster

        width: parent.width
        height: Math.round(root.art)
        source: root.picture
        alt: root.alt
        fallback: root.title.charAt(0)
        frame: Theme.line
    }

    Rectangle {
        anchors.fill: poster
        visible: root.down
        color: "transparent"
        border.width: Theme.strip
        border.color: Theme.red
    }

    Song {
        id: words

        anchors.top: poster.bottom
        text: root.title
        width: Math.min(implicitWidth, parent.width - (side.visible ? side.implicitWidth + Theme.s2 : 0))
        elide: Text.ElideRight
        font.pixelSize: Theme.h3
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 36
        color: root.down ? Theme.redDark : Theme.ink
    }

    Label {
        id: side

        anchors.left: words.right
        anchors.leftMargin: Theme.s2
        anchors.baseline: words.baseline
        visible: root.note !== "" && words.implicitWidth + implicitWidth + Theme.s2 <= root.width
        text: root.note
        font.pixelSize: 32
        color: Theme.ink2
    }
}
