pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// Workshops run against each other, one runner at the screen at a time.
Item {
    id: root

    required property QuizViewModel vm

    readonly property RelayViewModel relay: vm.relay
    readonly property bool wide: Theme.landscape
    readonly property bool over: relay.phase === "over"
    readonly property bool running: relay.phase === "running"
    readonly property string team: relay.teams[relay.team] ?? ""
    readonly property int handTop: !wide ? Theme.handZone : running ? 488 : 664
    readonly property bool tight: wide && running
    readonly property int titleX: tight ? Theme.margin : Theme.margin + 104 + Theme.s5

    objectName: "quiz.relay"

    HangingTag {
        id: tag

        visible: !root.tight
        x: Theme.margin
        text: qsTr("接力赛")
    }

    Song {
        objectName: "quiz.relay.title"
        x: root.titleX
        y: Theme.s4
        width: root.width - x - (clock.visible ? clock.implicitWidth : 0) - Theme.margin - Theme.s3
        text: root.over ? qsTr("%1赢了").arg(root.relay.leader) : root.relay.lead > 0 ? qsTr("%1领先 %2 题").arg(root.relay.leader).arg(root.relay.lead) : qsTr("一样快")
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        font.features: {
            "lnum": 1
        }
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Song {
        id: clock

        objectName: "quiz.relay.clock"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.s4
        visible: root.running
        text: Math.floor(root.relay.secondsLeft / 60).toString().padStart(2, "0") + ":" + (root.relay.secondsLeft % 60).toString().padStart(2, "0")
        font.pixelSize: Theme.h1
        color: root.relay.secondsLeft <= 10 ? Theme.red : Theme.ink
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
    }

    Label {
        x: root.titleX
        y: Theme.s4 + (root.tight ? 108 : 124)
        visible: !root.over
        text: qsTr("第 %1 棒，共 %2 棒").arg(root.relay.leg).arg(root.relay.legs)
        color: Theme.ink2
    }

    RelayLanes {
        y: root.tight ? 216 : 272
        width: root.width
        height: root.handTop - y - Theme.s3
        relay: root.relay
    }

    Rectangle {
        y: root.handTop
        width: root.width
        height: root.height - y
        color: root.running ? Theme.paper : Theme.kraft

        Rectangle {
            width: parent.width
            height: Theme.section
            color: Theme.ink
        }
    }

    Song {
        id: question

        objectName: "quiz.relay.prompt"
        x: Theme.margin
        y: root.handTop + (root.tight ? Theme.s3 : Theme.s4)
        width: root.width - Theme.margin * 2
        height: root.wide ? (root.running ? 110 : 72) : 230
        text: root.running ? (width > 0 ? root.vm.broken(root.relay.prompt, font, width) : root.relay.prompt) : root.over ? qsTr("四棒都跑完了。") : qsTr("下一个：%1，第 %2 棒。").arg(root.team).arg(root.relay.leg)
        font.pixelSize: root.wide ? Theme.h3 : Theme.h2
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: Text.Wrap
        leading: 1.3
        font.features: {
            "lnum": 1
        }
    }

    Grid {
        id: answers

        x: Theme.margin
        anchors.top: question.bottom
        anchors.topMargin: Theme.s2
        width: root.width - Theme.margin * 2
        columns: root.wide ? 2 : 1
        spacing: root.wide ? Theme.s2 : Theme.s3
        visible: root.running

        Repeater {
            model: root.relay.options

            OptionRow {
                required property int index
                required property string modelData

                objectName: "quiz.relay." + index
                width: (answers.width - answers.spacing * (answers.columns - 1)) / answers.columns
                letter: qsTr("甲乙丙丁").charAt(index)
                text: modelData
                onClicked: root.relay.press(index)
            }
        }
    }

    Label {
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        width: root.width - Theme.margin * 2
        visible: root.running && !root.wide
        text: root.relay.last === "right" ? qsTr("%1：对了，往前一格。").arg(root.team) : root.relay.last === "wrong" ? qsTr("%1：差一点，接着来。").arg(root.team) : qsTr("%1 在跑，答对一题往前一格。").arg(root.team)
        bold: true
        color: root.relay.last === "right" ? Theme.green : Theme.ink2
    }

    Label {
        x: Theme.margin
        anchors.top: question.bottom
        width: root.width - Theme.margin * 2
        visible: !root.running && !root.wide
        text: root.over ? qsTr("答对的题一样多，用时少的在前。") : qsTr("每棒最多 15 题，时间到就交棒。跑的人站到屏前来。")
        font.pixelSize: Theme.noteSize
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    Row {
        visible: !root.running
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.width - Theme.margin * 2
        spacing: Theme.s3

        PushButton {
            objectName: "quiz.relay.list"
            width: (parent.width - parent.spacing) / 3
            text: qsTr("换个玩法")
            onClicked: root.vm.toStart()
        }

        PushButton {
            objectName: "quiz.relay.go"
            width: (parent.width - parent.spacing) * 2 / 3
            tone: "red"
            text: root.over ? qsTr("再跑一场") : qsTr("%1，接棒开跑").arg(root.team)
            onClicked: root.over ? root.relay.open() : root.relay.go()
        }
    }
}
