import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// The answer and how the riddle works.
Item {
    id: root

    required property RiddleViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin

    objectName: "riddle.answered"

    GreatLantern {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: true
    }

    AnswerBlock {
        id: block

        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s4
        width: root.hand
        height: note && !root.wide ? 232 : 200
        answer: root.vm.told.answer
        note: root.vm.told.answerNote
        verdict: root.vm.told.verdict
        guessed: root.vm.told.look === "lit"
    }

    ReadPane {
        x: root.edge
        y: block.y + block.height + Theme.s4
        width: root.hand
        height: tray.y - Theme.s3 - y

        Rectangle {
            width: parent.width
            height: Theme.section
            color: Theme.ink
        }

        Song {
            visible: root.vm.told.how !== ""
            text: qsTr("妙在哪里")
        }

        Label {
            objectName: "riddle.how"
            visible: root.vm.told.how !== ""
            width: parent.width
            text: root.vm.han ? "\u3000\u3000" + root.vm.told.how : root.vm.told.how
            font.pixelSize: Theme.read
            lineHeight: Theme.readLine / 1.448
            wrapMode: Text.Wrap
            horizontalAlignment: root.vm.han && width / Theme.read > 18 ? Text.AlignJustify : Text.AlignLeft
            Accessible.role: Accessible.StaticText
            Accessible.name: root.vm.told.how
        }

        Label {
            objectName: "riddle.origin"
            visible: root.vm.told.origin !== ""
            width: parent.width
            text: qsTr("出处：%1").arg(root.vm.told.origin)
            font.pixelSize: Theme.meta
            lineHeight: 1.5 / 1.448
            wrapMode: Text.Wrap
            color: Theme.ink2
        }

        PushButton {
            objectName: "riddle.read"
            visible: root.vm.told.read.uid !== undefined
            width: parent.width
            icon: "arrow-right"
            text: root.vm.told.read.label ?? ""
            onClicked: root.vm.open(root.vm.told.read.uid)
        }
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2

        PushButton {
            objectName: "riddle.next"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - (root.vm.told.more ? back.width + Theme.s3 : 0)
            height: Theme.control
            tone: "red"
            text: root.vm.told.more ? qsTr("猜下一盏") : qsTr("看看亮了几盏")
            onClicked: root.vm.next()
        }

        PushButton {
            id: back

            objectName: "riddle.back"
            visible: root.vm.told.more
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 300
            height: Theme.control
            text: qsTr("回到灯墙")
            onClicked: root.vm.wall()
        }
    }
}
