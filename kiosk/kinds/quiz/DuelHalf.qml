pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// One side of the duel: its words, its clock, its answers, and the cover that hides them once it has pressed.
Rectangle {
    id: root

    required property DuelViewModel duel
    required property int side
    property int columns: 1

    readonly property bool blue: side === 0
    readonly property color tone: blue ? Theme.blue : Theme.red
    readonly property real at: duel.pressed[side] ?? -1
    readonly property bool asking: duel.phase === "asking"
    readonly property bool covered: asking && at >= 0
    readonly property bool here: duel.here[side] === true
    readonly property int room: width - Theme.s5 * 2
    readonly property int step: 148 + Theme.s3
    readonly property string call: {
        if (duel.phase === "ready")
            return here ? qsTr("站好了，等对面") : qsTr("站到这一边");
        if (asking)
            return covered ? qsTr("已按下，等对面") : qsTr("请选");
        if (duel.tie)
            return qsTr("同时按下，各得一分");
        return duel.gained[side] > 0 ? qsTr("这一分是你的") : at < 0 ? qsTr("没有按") : duel.looks[side]?.includes("wrong") ? qsTr("没答对") : qsTr("对了，慢了一点");
    }

    color: covered ? Theme.kraft : Theme.paper

    Label {
        id: head

        objectName: "quiz.duel.call." + root.side
        x: Theme.s5
        y: Theme.s4
        text: root.call
        bold: true
        color: root.tone
    }

    Label {
        visible: root.asking && !root.covered
        anchors.right: parent.right
        anchors.rightMargin: Theme.s5
        y: Theme.s4
        text: qsTr("还有 %1 秒").arg(root.duel.secondsLeft)
        font.features: {
            "tnum": 1
        }
    }

    Rectangle {
        id: bar

        x: Theme.s5
        anchors.top: head.bottom
        anchors.topMargin: Theme.s1
        width: root.room
        height: 16
        color: Theme.track

        Rectangle {
            width: parent.width * (root.asking && !root.covered ? root.duel.shareLeft : 1)
            height: parent.height
            color: root.tone
        }
    }

    Grid {
        id: answers

        x: Theme.s5
        anchors.top: bar.bottom
        anchors.topMargin: Theme.s4
        columns: root.columns
        spacing: Theme.s3
        visible: !root.covered && root.duel.phase !== "ready"

        Repeater {
            model: root.duel.options

            DuelOption {
                required property int index
                required property string modelData

                objectName: "quiz.duel." + root.side + "." + index
                width: (root.room - answers.spacing * (root.columns - 1)) / root.columns
                height: 148
                letter: qsTr("甲乙丙丁").charAt(index)
                text: modelData
                side: root.tone
                look: root.duel.looks[root.side]?.[index] ?? ""
                live: root.asking
                onPressed: root.duel.press(root.side, index)
            }
        }
    }

    Rectangle {
        id: cover

        visible: root.covered || root.duel.phase === "ready"
        x: Theme.s5
        anchors.top: answers.top
        width: root.room
        height: root.columns > 1 ? root.step + 148 : root.step * 3 + 148
        color: root.covered ? Theme.ink : root.here ? root.tone : Theme.sheet
        border.width: root.covered || root.here ? 0 : Theme.line
        border.color: Theme.ink

        readonly property color words: root.covered ? Theme.overInk : root.here ? Theme.overRed : Theme.ink

        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.s4 * 2
            spacing: Theme.s3

            Song {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.covered ? qsTr("定") : root.here ? qsTr("好") : qsTr("按")
                font.pixelSize: root.columns > 1 ? Theme.display : Theme.state
                leading: 1.2
                color: cover.words
            }

            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.covered ? qsTr("%1 秒按下").arg(root.at.toFixed(1)) : root.here ? qsTr("你准备好了") : qsTr("准备好了就按这里")
                bold: true
                wrapMode: Text.Wrap
                font.pixelSize: Theme.button
                color: cover.words
            }

            Label {
                visible: root.covered && root.columns === 1
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("选了什么先盖住，\n等对面按完一起揭")
                wrapMode: Text.Wrap
                color: Theme.overInk2
            }
        }

        MultiPointTouchArea {
            objectName: "quiz.duel.ready." + root.side
            anchors.fill: parent
            enabled: root.duel.phase === "ready"
            maximumTouchPoints: 1
            onPressed: root.duel.ready(root.side)
        }
    }

    Label {
        x: Theme.s5
        anchors.top: cover.bottom
        anchors.topMargin: Theme.s4
        width: root.room
        height: Math.max(0, root.height - y)
        visible: height > font.pixelSize * 1.5
        text: root.duel.phase === "revealed" ? "" : root.blue ? qsTr("都按对，先按的一方得分。\n绳子过来一格，过五格就赢。") : qsTr("差不到 0.05 秒算同时。\n中途不比了，按返回。")
        font.pixelSize: Theme.meta
        lineHeight: 1.4 / 1.448
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        maximumLineCount: 3
        color: Theme.ink2
    }
}
