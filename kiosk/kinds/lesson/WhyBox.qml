import QtQuick
import kiosk.design

// Why it is so, on kraft: read only.
Item {
    id: root

    property string text: ""

    implicitHeight: words.implicitHeight + Theme.s3 * 2

    Rectangle {
        anchors.fill: parent
        color: Theme.kraft
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: 20
        height: parent.height
        color: Theme.gold
    }

    Label {
        id: words

        x: 20 + Theme.s4
        y: Theme.s3
        width: root.width - x - Theme.s4
        height: Math.min(implicitHeight, root.height - Theme.s3 * 2)
        text: root.text
        font.pixelSize: Theme.read
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        lineHeight: 1.5 / 1.448
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
