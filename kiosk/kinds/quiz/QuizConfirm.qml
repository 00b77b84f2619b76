pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// Two people answer for an act of the draw: what is asked now on the wall, and who has answered; the keys in the hand zone.
Item {
    id: root

    required property QuizViewModel vm

    readonly property ConfirmViewModel confirm: vm.draw.confirm
    readonly property bool wide: Theme.landscape
    readonly property int asideX: wide ? 840 : Theme.margin
    readonly property int asideWidth: width - asideX - Theme.margin
    readonly property int wallWidth: (wide ? 768 : width) - Theme.margin * 2
    readonly property bool last: confirm.at === confirm.steps - 1
    readonly property string call: ({
            short: qsTr("领奖码是什么"),
            pin: qsTr("操作人输密码"),
            operator: qsTr("操作人按工号"),
            witness: qsTr("见证人按工号"),
            code: qsTr("见证人定签名码"),
            again: qsTr("签名码再来一遍"),
            sign: qsTr("见证人签名")
        })[confirm.step] ?? qsTr("正在记下")
    readonly property string note: ({
            short: qsTr("六个字，中奖的人在“查我的票”里看得到。一个码只能领一次。"),
            pin: qsTr("值班的人输这台机器的密码。"),
            operator: qsTr("记下是谁操作的，只露头尾。也可以刷卡。"),
            witness: qsTr("要另一个人来按自己的工号，不能代。也可以刷卡。"),
            code: qsTr("六位数字，只有见证人知道，操作人请转过身去。抽奖、发奖都要用它。"),
            again: qsTr("和刚才一样的六位数字。"),
            sign: (confirm.gift ? confirm.gift + " " : "") + qsTr("见证人自己定的六位数字，操作人请转过身去。")
        })[confirm.step] ?? ""
    readonly property string done: ({
            seal: qsTr("封名单，公布指纹"),
            resume: qsTr("两个人都到了，接着抽"),
            claim: qsTr("发出%1").arg(confirm.prize),
            swap: qsTr("换成这位见证人")
        })[confirm.purpose] ?? ""

    objectName: "quiz.confirm"

    Rectangle {
        visible: root.wide
        width: 768
        height: root.height
        color: Theme.kraft
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.confirm.purpose === "claim" ? qsTr("领奖") : qsTr("抽奖")
        overArt: root.wide && !Theme.night
    }

    Song {
        id: call

        objectName: "quiz.confirm.call"
        x: tag.x + tag.width + Theme.s5
        y: Theme.s5
        width: Theme.margin + root.wallWidth - x
        text: root.call
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.15
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        x: tag.x + tag.width + Theme.s5
        anchors.top: call.bottom
        anchors.topMargin: Theme.s1
        width: Theme.margin + root.wallWidth - x
        text: qsTr("第 %1 步，共 %2 步").arg(Math.min(root.confirm.at + 1, root.confirm.steps)).arg(root.confirm.steps)
        color: Theme.ink2
    }

    // What must not be read over the shoulder stands as squares.
    Row {
        id: squares

        readonly property int places: root.confirm.places || Math.max(4, root.confirm.count)
        readonly property int step: Math.min(132, (root.wallWidth + Theme.s3) / places)

        objectName: "quiz.confirm.squares"
        visible: root.confirm.step === "pin" || root.confirm.step === "code" || root.confirm.step === "again" || root.confirm.step === "sign"
        x: Theme.margin
        y: 300
        spacing: Theme.s3

        Repeater {
            model: squares.places

            Rectangle {
                required property int index
                readonly property bool full: index < root.confirm.count

                width: squares.step - Theme.s3
                height: width
                color: full ? Theme.ink : "transparent"
                border.width: Theme.section
                border.color: full ? Theme.ink : Theme.track
            }
        }
    }

    Song {
        objectName: "quiz.confirm.shown"
        visible: !squares.visible
        x: Theme.margin
        y: 420 - height
        width: root.wallWidth
        text: root.confirm.shown || "—"
        color: root.confirm.shown ? Theme.ink : Theme.track
        font.pixelSize: Theme.display
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.1
        font.letterSpacing: root.confirm.step === "short" ? Theme.s2 : 0
        font.features: {
            "lnum": 1
        }
    }

    Label {
        objectName: "quiz.trouble"
        x: Theme.margin
        y: 436
        width: root.wallWidth
        text: root.confirm.trouble || root.note
        bold: root.confirm.trouble !== ""
        color: root.confirm.trouble ? Theme.redDark : Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    Repeater {
        model: [
            {
                role: qsTr("操作人"),
                who: root.confirm.operator
            },
            {
                role: qsTr("见证人"),
                who: root.confirm.witness
            }
        ]

        Rectangle {
            id: person

            required property var modelData
            required property int index

            objectName: "quiz.confirm.person." + index
            x: Theme.margin + index * (width + Theme.s3)
            y: 604
            width: (root.wallWidth - Theme.s3) / 2
            height: 132
            color: modelData.who ? Theme.ink : "transparent"
            border.width: Theme.line
            border.color: modelData.who ? Theme.ink : Theme.track
            Accessible.role: Accessible.StaticText
            Accessible.name: [modelData.role, name.text].join(" ")

            Label {
                x: Theme.s3
                y: Theme.s2
                text: person.modelData.role
                font.pixelSize: Theme.meta
                color: person.modelData.who ? Theme.overInk2 : Theme.ink2
            }

            Song {
                id: name

                x: Theme.s3
                y: 52
                width: parent.width - Theme.s3 * 2
                text: person.modelData.who || qsTr("还没报")
                font.pixelSize: Theme.h3
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                leading: 1.2
                color: person.modelData.who ? Theme.overInk : Theme.ink2
            }
        }
    }

    Rectangle {
        visible: !root.wide
        y: Theme.handZone
        width: root.width
        height: root.height - y
        color: Theme.kraft
    }

    Loader {
        id: pad

        x: root.asideX
        y: root.wide ? Theme.margin : Theme.handZone + Theme.s4
        width: root.asideWidth
        height: go.y - Theme.s3 - y
        sourceComponent: root.confirm.step === "short" ? letters : figures
    }

    Component {
        id: figures

        NumberPad {
            point: false
            onPressed: key => root.confirm.press(key)
        }
    }

    Component {
        id: letters

        CodePad {
            onPressed: key => root.confirm.press(key)
        }
    }

    PushButton {
        id: go

        objectName: "quiz.confirm.go"
        x: root.asideX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: swap.visible ? (root.asideWidth - Theme.s3) * 0.66 : root.asideWidth
        tone: "red"
        enabled: root.confirm.ready
        busy: root.confirm.busy
        text: root.confirm.busy ? qsTr("正在核对…") : root.last ? root.done : qsTr("下一步")
        onClicked: root.confirm.confirm()
    }

    PushButton {
        id: swap

        objectName: "quiz.confirm.swap"
        anchors.left: go.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: go.y
        visible: root.confirm.step === "sign"
        enabled: !root.confirm.busy
        text: qsTr("换见证人")
        onClicked: root.confirm.swap()
    }
}
