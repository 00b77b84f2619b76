import QtQuick
import kiosk.design

// Somebody in the tree: ink at its head, a red square for those who have finished.
Rectangle {
    id: root

    required property var knot
    readonly property bool head: knot.column === 0

    color: head ? Theme.ink : Theme.paper
    border.width: Theme.line
    border.color: Theme.ink

    Rectangle {
        id: square

        visible: root.knot.learning !== ""
        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        width: 18
        height: 18
        color: root.knot.learning === "master" ? Theme.red : "transparent"
        border.width: Theme.line
        border.color: root.head ? Theme.overInk : Theme.red
    }

    Label {
        id: role

        x: square.visible ? square.x + square.width + Theme.s1 : Theme.s2
        y: note.visible ? (parent.height - height - note.height) / 2 : (parent.height - height) / 2
        width: parent.width - x - Theme.s2
        text: root.knot.role
        bold: true
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        maximumLineCount: 2
        lineHeight: 0.95
        elide: Text.ElideRight
        color: root.head ? Theme.overInk : Theme.ink
    }

    Label {
        id: note

        readonly property string learning: root.knot.learning === "master" ? qsTr("已出师") : root.knot.learning === "learning" ? qsTr("在学") : ""

        visible: text !== ""
        x: role.x
        anchors.top: role.bottom
        width: role.width
        text: [root.knot.note, learning].filter(part => part !== "").join(" · ")
        font.pixelSize: Theme.small
        fontSizeMode: Text.Fit
        minimumPixelSize: 24
        wrapMode: root.height > 130 ? Text.Wrap : Text.NoWrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: root.head ? Theme.overInk2 : Theme.ink2
    }
}
