import QtQuick
import kiosk.design

// A heading of the list: an era, a trade or a decade, and how many.
Item {
    id: root

    property string text: ""
    property string note: ""

    implicitHeight: 132

    Song {
        id: words

        y: Theme.s3
        width: Math.min(implicitWidth, root.width - number.width - Theme.s3)
        text: root.text
        font.pixelSize: Theme.h2
        elide: Text.ElideRight
        leading: 1.2
    }

    Label {
        id: number

        anchors.right: parent.right
        anchors.baseline: words.baseline
        text: root.note
        color: Theme.ink2
    }

    Rectangle {
        y: 114
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }
}
