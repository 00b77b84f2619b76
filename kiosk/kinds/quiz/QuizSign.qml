pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// Who plays: a worker number on the pad, a nickname, or a card. Only a masked form is ever shown.
Item {
    id: root

    required property QuizViewModel vm

    readonly property SignViewModel sign: vm.sign
    readonly property bool busy: sign.busy || vm.desk.busy
    readonly property bool wide: Theme.landscape
    readonly property bool card: sign.identity === "card"
    readonly property bool pad: sign.identity === "number"
    readonly property int asideX: wide ? 840 : Theme.margin
    readonly property int asideWidth: width - asideX - Theme.margin
    readonly property int wallWidth: wide ? 768 - Theme.margin * 2 : width - Theme.margin * 2
    readonly property var call: card ? qsTr("请刷一下\n你的卡") : pad ? qsTr("你的工号\n是多少") : qsTr("给自己\n起个名")

    objectName: "quiz.sign"

    Rectangle {
        visible: root.wide
        width: 768
        height: root.height
        color: Theme.kraft
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: root.wide && !Theme.night
    }

    Song {
        id: call

        x: Theme.margin
        y: root.wide ? 330 : 312
        width: root.wallWidth
        text: root.call
        font.pixelSize: Theme.display
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.2
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        id: note

        x: Theme.margin
        anchors.top: call.bottom
        anchors.topMargin: Theme.s3
        width: root.wallWidth
        text: root.pad ? qsTr("%1。榜上只露头尾，中间盖住。").arg(root.sign.digits) : qsTr("榜上只露头尾，中间盖住。")
        color: Theme.ink2
        wrapMode: Text.Wrap
    }

    Label {
        objectName: "quiz.trouble"
        x: Theme.margin
        anchors.top: note.bottom
        anchors.topMargin: Theme.s2
        width: root.wallWidth
        text: root.sign.trouble || root.vm.desk.trouble
        bold: true
        color: Theme.redDark
        wrapMode: Text.Wrap
    }

    Column {
        id: hand

        x: root.asideX
        y: root.wide ? Theme.margin : Theme.handZone + Theme.s2
        width: root.asideWidth
        spacing: Theme.s3

        FillBox {
            id: box

            objectName: "quiz.who"
            visible: !root.card
            width: parent.width
            height: Theme.control
            text: root.sign.typed
            typing: !root.pad && !root.card
            most: 12
            hint: root.pad ? qsTr("用下面的数字按工号") : qsTr("碰这里写名字，最多 12 个字")
            onEdited: words => root.sign.write(words)
            onSent: {
                go.forceActiveFocus(); // the keyboard goes down
                root.sign.confirm();
            }
        }

        Song {
            visible: root.sign.workshops.length > 0
            text: root.card ? qsTr("先选车间，再刷卡") : qsTr("你在哪个车间")
            font.pixelSize: Theme.h3
        }

        Flow {
            visible: root.sign.workshops.length > 0
            width: parent.width
            spacing: Theme.s2

            Repeater {
                model: root.sign.workshops

                Chip {
                    required property int index
                    required property string modelData

                    objectName: "quiz.workshop." + index
                    text: modelData
                    checked: root.sign.workshop === index
                    onClicked: root.sign.pick(index)
                }
            }
        }
    }

    NumberPad {
        visible: root.pad
        x: root.asideX
        y: hand.y + hand.height + Theme.s3
        width: root.asideWidth
        height: go.y - Theme.s3 - y
        point: false
        onPressed: key => root.sign.press(key)
    }

    StateBlock {
        visible: root.card
        x: root.asideX
        y: hand.y + hand.height + Theme.s3
        width: root.asideWidth
        height: go.y - Theme.s3 - y
        condition: "loading"
        title: root.busy ? qsTr("读到了，正在查") : qsTr("等你刷卡")
        note: qsTr("卡贴近读卡器，听到一声就好。")
    }

    PushButton {
        id: go

        objectName: "quiz.sign.go"
        x: root.asideX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.asideWidth
        tone: root.card ? "sheet" : "red"
        enabled: !root.busy && (root.card || root.sign.ready)
        busy: root.busy
        text: root.card ? qsTr("先不刷，回到开头") : root.busy ? qsTr("正在查…") : qsTr("就是我，开始")
        onClicked: root.card ? root.vm.toStart() : root.sign.confirm()
    }
}
