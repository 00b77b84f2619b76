import QtQuick
import kiosk.design

// One way to get in touch.
Pressable {
    id: root

    property string text: ""
    property string icon: ""

    implicitHeight: Theme.optionHeight
    name: text

    Rectangle {
        anchors.fill: parent
        color: root.checked ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.line
        border.color: Theme.ink
    }

    Icon {
        id: glyph

        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: root.icon
        size: 52
        color: root.checked ? Theme.overInk : Theme.ink
    }

    Label {
        anchors.left: glyph.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        bold: root.checked
        font.pixelSize: Theme.button
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: root.checked ? Theme.overInk : Theme.ink
    }
}
