import QtQuick
import kiosk.design

// A picture with its caption; a touch shows it large.
Pressable {
    id: root

    required property var block

    implicitHeight: art.height + words.height + Theme.s4 * 2 + Theme.s2
    name: qsTr("看大图：%1").arg(block.alt)

    ArtFrame {
        id: art

        y: Theme.s4
        width: parent.width
        height: Math.round(width * Math.min(1.3, root.block.ratio))
        source: root.block.source
        alt: root.block.alt
        frame: Theme.line
        fallback: "图"
    }

    Rectangle {
        anchors.right: art.right
        anchors.bottom: art.bottom
        width: 88
        height: 88
        color: root.down ? Theme.inkPressed : Theme.artInk

        Icon {
            anchors.centerIn: parent
            name: "magnify-plus-outline"
            size: 52
            color: Theme.artPaper
        }
    }

    Label {
        id: words

        anchors.top: art.bottom
        anchors.topMargin: Theme.s2
        width: parent.width
        text: root.block.caption
        font.pixelSize: Math.max(Theme.meta, Theme.read * 0.8)
        color: Theme.ink2
        wrapMode: Text.Wrap
        lineHeight: 1.05
    }
}
