import QtQuick
import kiosk.design

// A state in a word, at the end of a row. `tone`: "done" green fill, "doing" blue border, "bad" red border, else plain.
Rectangle {
    id: root

    property string text: ""
    property string icon: ""
    property string tone: ""

    readonly property color words: tone === "done" ? Theme.overGreen : tone === "doing" ? Theme.blue : tone === "bad" ? Theme.redDark : Theme.ink2

    implicitWidth: Math.max(196, Math.ceil(row.implicitWidth) + Theme.s3 * 2)
    implicitHeight: 76
    color: tone === "done" ? Theme.green : "transparent"
    border.width: tone === "done" ? 0 : Theme.line
    border.color: words

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.s2

        Icon {
            visible: root.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: root.icon
            size: 36
            color: root.words
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            bold: true
            color: root.words
        }
    }
}
