import QtQuick
import kiosk.design

// One tab over a list.
Pressable {
    id: root

    property string text: ""

    implicitWidth: words.implicitWidth + (Theme.latin && Theme.landscape ? Theme.s2 : Theme.s4) * 2
    implicitHeight: Theme.chip
    name: text
    Accessible.role: Accessible.PageTab

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : "transparent"
    }

    Label {
        id: words

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - Theme.s3)
        text: root.text
        bold: root.checked
        color: root.checked ? Theme.ink : Theme.ink2
        elide: Text.ElideRight
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: root.checked ? Theme.s2 : Theme.line
        color: root.checked ? Theme.red : Theme.ink
    }
}
