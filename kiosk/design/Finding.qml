import QtQuick
import kiosk.design

// One thing to know, with what to do about it: read, not touched.
Item {
    id: root

    property string title: ""
    property string note: ""
    property string tone: "info" // "good" | "bad" | "info"

    readonly property color colour: tone === "good" ? Theme.green : tone === "bad" ? Theme.red : Theme.blue

    implicitHeight: words.implicitHeight + Theme.s4 * 2

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
        name: root.tone === "good" ? "check-bold" : root.tone === "bad" ? "alert-outline" : "information-outline"
        color: root.colour
        size: 72
    }

    Column {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.s4
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2

        Song {
            width: parent.width
            text: root.title
            font.pixelSize: text.length > (Theme.latin ? 48 : 20) ? Theme.option : Theme.h3
            font.features: {
                "halt": 1
            }
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.note
            font.pixelSize: Theme.noteSize
            color: Theme.ink2
            wrapMode: Text.Wrap
            lineHeight: 1.05
        }
    }

    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + " " + note
}
