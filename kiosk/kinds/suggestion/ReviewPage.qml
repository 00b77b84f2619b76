pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// All of it once more, who will read it, and what went wrong when it could not be stored.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "suggestion.review"

    StepWall {
        vm: root.vm
        titleSize: root.wide ? Theme.h1 : Theme.h2
        title: qsTr("再看一遍，\n就封起来")
    }

    ScrollPane {
        x: root.edge
        y: root.wide ? Theme.s4 : 400
        width: root.room
        height: promise.y - Theme.s3 - y

        Label {
            text: root.vm.letter.topicName
            bold: true
            color: Theme.red
        }

        Label {
            objectName: "suggestion.told"
            width: parent.width
            text: root.vm.letter.text
            font.pixelSize: Theme.read
            lineHeight: Theme.readLine / 1.448
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.rule
        }

        Label {
            objectName: "suggestion.who"
            width: parent.width
            text: root.vm.letter.named ? [[qsTr("姓名"), root.vm.letter.contact.name], [qsTr("工号"), root.vm.letter.contact.number], [qsTr("电话"), root.vm.letter.contact.phone]].filter(w => w[1] !== "").map(w => w.join(" ")).join("　") : qsTr("没有留名")
            font.pixelSize: Theme.noteSize
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
    }

    Finding {
        id: promise

        objectName: "suggestion.promise"
        x: root.edge
        y: tray.y - Theme.s3 - height
        width: root.room
        tone: root.vm.letter.problem ? "bad" : "info"
        title: root.vm.letter.problem || (root.vm.demo ? qsTr("这里是演示，别写真事") : qsTr("交给办公室，封着交"))
        note: root.vm.letter.problem ? root.vm.letter.remedy : root.vm.demo ? qsTr("演示用的钥匙谁都有，封上了别人也打得开。") : qsTr("封上以后，这块屏上谁也打不开，管这块屏的人也不行。")
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s3 : Theme.s5) * 2

        PushButton {
            objectName: "suggestion.submit"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.room - edit.width - Theme.s3
            height: Theme.control
            tone: "red"
            icon: root.vm.letter.busy ? "" : "email-seal-outline"
            busy: root.vm.letter.busy
            progress: 0.5
            text: root.vm.letter.busy ? qsTr("正在封…") : root.vm.letter.problem ? qsTr("再交一次") : qsTr("封好，交上去")
            onClicked: root.vm.letter.submit()
        }

        PushButton {
            id: edit

            objectName: "suggestion.rewrite"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 292
            height: Theme.control
            enabled: !root.vm.letter.busy
            text: qsTr("再改改")
            onClicked: root.vm.letter.rewrite()
        }
    }
}
