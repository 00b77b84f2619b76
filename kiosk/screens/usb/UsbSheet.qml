import QtQuick
import kiosk.design
import kiosk.screens.usb

// A stick was put in, or may be pulled out: said above the skirting, below whatever the visitor is looking at.
Tray {
    id: root

    required property SheetViewModel vm

    objectName: "usb.sheet"
    implicitHeight: Math.max(words.implicitHeight, buttons.implicitHeight) + Theme.s5 * 2

    Rectangle {
        width: parent.width
        height: Theme.section
        color: root.vm.tone === "good" ? Theme.green : Theme.ink
    }

    Icon {
        id: glyph

        x: Theme.margin
        anchors.verticalCenter: words.verticalCenter
        name: root.vm.tone === "good" ? "check-bold" : "usb-flash-drive-outline"
        color: root.vm.tone === "good" ? Theme.green : Theme.ink
        size: 96
    }

    Column {
        id: words

        anchors.left: glyph.right
        anchors.leftMargin: Theme.s3
        anchors.right: buttons.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.section / 2
        spacing: Theme.s2

        Song {
            objectName: "usb.sheet.title"
            width: parent.width
            text: root.vm.title
            font.pixelSize: Theme.h2
            wrapMode: Text.Wrap
            leading: 1.15
        }

        Label {
            width: parent.width
            text: root.vm.note
            font.pixelSize: Theme.noteSize
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }

    Grid {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: words.verticalCenter
        columns: Theme.landscape ? 2 : 1
        spacing: Theme.s3

        PushButton {
            objectName: "usb.sheet.go"
            visible: text !== ""
            width: 272
            tone: "red"
            text: root.vm.action
            onClicked: root.vm.act()
        }

        PushButton {
            objectName: "usb.sheet.close"
            width: 272
            text: qsTr("收起")
            onClicked: root.vm.close()
        }
    }
}
