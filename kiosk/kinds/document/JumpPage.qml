import QtQuick
import kiosk.design
import kiosk.kinds.document

// Which article? The number stands on the wall, the keys in the hand zone.
Item {
    id: root

    required property DocumentViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property int wall: wide ? 768 : width

    objectName: "document.jumpPage"

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    Label {
        x: Theme.margin + 104 + Theme.s4
        y: Theme.s5
        width: root.wall - x - Theme.s5
        text: root.vm.official
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    Row {
        id: number

        anchors.horizontalCenter: said.horizontalCenter
        y: root.wide ? 250 : 170
        height: root.wide ? 320 : 400
        spacing: Theme.s3

        Song {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.vm.han
            text: "第"
            font.pixelSize: Theme.door
        }

        Song {
            objectName: "document.digits"
            anchors.verticalCenter: parent.verticalCenter
            text: root.vm.pad.digits !== "" ? root.vm.pad.digits : "__"
            font.pixelSize: root.wide ? 220 : 300
            color: root.vm.pad.digits === "" ? Theme.track : root.vm.pad.target >= 0 ? Theme.red : Theme.ink2
            leading: 1.1
            font.features: {
                "lnum": 1
            }
        }

        Song {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.vm.han
            text: "条"
            font.pixelSize: Theme.door
        }
    }

    Label {
        id: said

        objectName: "document.target"
        x: Theme.margin
        y: number.y + number.height + Theme.s2
        width: root.wall - x - (root.wide ? Theme.s5 : Theme.margin)
        height: (root.wide ? root.height : Theme.handZone) - y - Theme.s2
        text: root.vm.pad.line
        horizontalAlignment: lineCount > 1 ? Text.AlignLeft : Text.AlignHCenter
        wrapMode: Text.Wrap
        maximumLineCount: root.wide ? 6 : 3
        elide: Text.ElideRight
        lineHeight: 1.1
    }

    JumpPad {
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s5
        width: root.hand
        height: tray.y - Theme.s3 - y
        onPressed: key => root.vm.pad.press(key)
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2

        PushButton {
            id: back

            objectName: "document.toContents"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: 252
            height: Theme.control
            text: qsTr("目录")
            onClicked: root.vm.to("contents")
        }

        PushButton {
            objectName: "document.go"
            x: back.x + back.width + Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - back.width - Theme.s3
            height: Theme.control
            tone: "red"
            enabled: root.vm.pad.target >= 0
            text: qsTr("翻到这一条")
            onClicked: root.vm.pad.go()
        }
    }
}
