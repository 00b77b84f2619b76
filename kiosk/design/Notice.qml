import QtQuick
import kiosk.design

// A sentence above the skirting: what happened, in human words. Stays six seconds or until touched.
Pressable {
    id: root

    property string title: ""
    property string note: ""
    property string tone: "info" // "good" | "bad" | "info"

    readonly property color colour: tone === "good" ? Theme.green : tone === "bad" ? Theme.red : Theme.blue

    implicitHeight: Math.max(136, words.implicitHeight + Theme.s3 * 2)
    name: title + " " + note
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
        border.width: Theme.line
        border.color: root.colour
    }

    Rectangle {
        width: 20
        height: parent.height
        color: root.colour
    }

    Icon {
        id: glyph

        x: 20 + Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        name: root.tone === "good" ? "check" : root.tone === "bad" ? "alert-outline" : "information-outline"
        color: root.colour
        size: 56
    }

    Column {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.s4
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        Label {
            width: parent.width
            text: root.title
            font.pixelSize: Theme.button
            bold: true
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.note
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
