import QtQuick
import kiosk.design
import kiosk.kinds.story

// The small head that stays while the text scrolls under it: tag, title, thumb.
Rectangle {
    id: root

    required property StoryViewModel vm
    property string note: ""

    height: 330
    color: Theme.paper

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + 104 + 40
        anchors.right: art.left
        anchors.rightMargin: Theme.s3
        y: 56
        text: root.vm.title
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        elide: Text.ElideRight
    }

    Label {
        anchors.left: words.left
        anchors.right: words.right
        anchors.top: words.bottom
        anchors.topMargin: Theme.s1
        text: root.note
        color: Theme.ink2
        elide: Text.ElideRight
    }

    ArtFrame {
        id: art

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.s5
        width: 176
        height: 206
        source: root.vm.thumb
        alt: root.vm.posterAlt
        fallback: root.vm.title.charAt(0)
        frame: Theme.line
    }
}
