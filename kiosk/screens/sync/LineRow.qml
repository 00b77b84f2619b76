import QtQuick
import kiosk.design

// One line of a list: what, about it, more about it; at the right how it went, or what can be done.
Item {
    id: root

    required property var modelData

    signal acted

    implicitHeight: Math.max(words.implicitHeight + Theme.s3 * 2, button.visible ? button.height + Theme.s3 : 0)

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: button.visible ? button.left : word.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter

        Song {
            width: parent.width
            text: root.modelData.title
            font.pixelSize: 44
            elide: Text.ElideRight
            leading: 1.15
        }

        Label {
            visible: text !== ""
            width: parent.width
            text: root.modelData.note
            font.pixelSize: Theme.noteSize - 4
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Label {
            visible: text !== ""
            width: parent.width
            text: root.modelData.more
            font.pixelSize: Theme.noteSize - 4
            color: root.modelData.tone === "bad" ? Theme.redDark : Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }

    Row {
        id: word

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        Icon {
            visible: root.modelData.status !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: root.modelData.tone === "bad" ? "alert-outline" : "check-bold"
            size: 40
            color: root.modelData.tone === "bad" ? Theme.redDark : Theme.green
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.modelData.status
            bold: true
            color: root.modelData.tone === "bad" ? Theme.redDark : Theme.green
        }
    }

    PushButton {
        id: button

        objectName: "sync.revert." + root.modelData.key
        visible: text !== ""
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: 264
        height: Theme.chip
        pixelSize: Theme.label
        text: root.modelData.action
        onClicked: root.acted()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.rule
    }
}
