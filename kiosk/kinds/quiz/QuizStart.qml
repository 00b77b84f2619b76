import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// What this quiz is and how it goes. The wall is its poster, or the number of questions.
Item {
    id: root

    required property QuizViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property bool pictured: vm.poster.toString() !== ""
    readonly property int artWidth: wide ? 684 : width
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property bool large: Theme.readSize > 2 && !wide
    readonly property bool many: vm.modes.length > 1
    readonly property int triesLeft: vm.desk.triesLeft[vm.mode] ?? -1

    objectName: "quiz.start"

    ArtFrame {
        visible: root.pictured
        width: root.artWidth
        height: root.wide ? root.height : Theme.handZone
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.tag.charAt(0)
        focusY: 48
    }

    Rectangle {
        visible: !root.pictured && root.wide
        width: root.artWidth
        height: root.height
        color: Theme.kraft
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: root.pictured || root.wide && !Theme.night
    }

    QuizNumeral {
        visible: !root.pictured
        x: (root.wide ? root.artWidth : root.width) - Theme.margin - width
        figureTop: root.wide ? 92 : root.many ? 92 : 230
        text: root.vm.total
    }

    Column {
        x: root.edge
        y: root.wide ? Theme.s6 : root.many ? ways.y - height - Theme.s4 : Theme.handZone + (root.large ? Theme.s3 : Theme.s5) // only read: may begin on the wall
        width: root.room
        spacing: root.many || root.large ? Theme.s2 : Theme.s4

        Song {
            id: title

            objectName: "quiz.title"
            width: parent.width
            text: root.many ? root.vm.display.replace(/\n/g, "") : root.vm.display
            font.pixelSize: root.many && root.wide ? Theme.h2 : Theme.h1
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.h3
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            leading: 1.28
            font.features: {
                "halt": 1
            }
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Label {
            objectName: "quiz.line"
            visible: text !== "" && !(root.many && root.wide)
            width: parent.width
            text: root.vm.about || root.vm.line
            font.pixelSize: root.many ? Math.min(Theme.noteSize, 38) : Theme.read
            lineHeight: root.many ? 1 : Theme.readLine / 1.448
            wrapMode: Text.Wrap
            maximumLineCount: root.many ? 2 : root.wide ? 4 : 3
            elide: Text.ElideRight
        }
    }

    Row {
        id: rules

        x: root.edge
        anchors.bottom: who.visible ? who.top : go.top
        anchors.bottomMargin: Theme.s5
        width: root.room
        spacing: Theme.s3

        readonly property bool third: root.vm.passMark > 0 || root.vm.mode === "daily" || root.vm.mode === "duel"
        readonly property int cells: third ? 3 : 2
        readonly property real cell: (width - spacing * (cells - 1)) / cells

        RuleCell {
            width: rules.cell
            figure: root.vm.mode === "challenge" ? qsTr("闯到错") : root.vm.mode === "relay" ? qsTr("4 棒") : root.vm.mode === "duel" ? qsTr("抢答") : qsTr("%1 题").arg(root.vm.total)
            text: ({
                    daily: qsTr("今天大家同样的题"),
                    challenge: qsTr("答错一题就停"),
                    exam: qsTr("同一份卷子"),
                    duel: qsTr("两个人站一起"),
                    relay: qsTr("车间轮着上")
                })[root.vm.mode] ?? (root.vm.bank > root.vm.total ? qsTr("从 %1 题里抽").arg(root.vm.bank) : qsTr("一轮答完"))
        }

        RuleCell {
            width: rules.cell
            figure: root.vm.minutes > 0 ? qsTr("%1 分钟").arg(root.vm.minutes) : root.vm.seconds > 0 ? qsTr("%1 秒").arg(root.vm.seconds) : qsTr("不计时")
            text: root.vm.minutes > 0 ? qsTr("整份卷子") : root.vm.mode === "relay" ? qsTr("每个人跑多久") : root.vm.seconds > 0 ? qsTr("每题的时间") : qsTr("慢慢想")
        }

        RuleCell {
            visible: rules.third
            width: rules.cell
            figure: root.vm.mode === "daily" ? qsTr("%1 次").arg(root.triesLeft >= 0 ? root.triesLeft : root.vm.tries) : root.vm.mode === "duel" ? qsTr("5 格") : qsTr("%1 题").arg(root.vm.passMark)
            text: root.vm.mode === "daily" ? (root.triesLeft >= 0 ? qsTr("今天还能试") : qsTr("取最好的一次")) : root.vm.mode === "duel" ? qsTr("领先就赢") : qsTr("答对就过关")
        }
    }

    ModeChips {
        id: ways

        x: root.edge
        anchors.bottom: rules.top
        anchors.bottomMargin: Theme.s4
        width: root.room
        vm: root.vm
    }

    Row {
        id: who

        x: root.edge
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.s3
        width: root.room
        height: visible ? Theme.control : 0
        spacing: Theme.s3
        visible: root.vm.boards

        readonly property int cells: root.vm.draw.offered ? 3 : 2

        PushButton {
            objectName: "quiz.board.open"
            width: (who.width - who.spacing * (who.cells - 1)) / who.cells
            text: qsTr("排行榜")
            onClicked: root.vm.toBoard()
        }

        PushButton {
            objectName: "quiz.draw.open"
            visible: root.vm.draw.offered
            width: (who.width - who.spacing * (who.cells - 1)) / who.cells
            text: qsTr("抽奖")
            onClicked: root.vm.toDraw()
        }

        PushButton {
            objectName: "quiz.forget"
            width: (who.width - who.spacing * (who.cells - 1)) / who.cells
            enabled: root.vm.desk.shown !== "" && !root.vm.desk.busy
            text: root.vm.desk.shown ? qsTr("%1，换人").arg(root.vm.desk.shown) : qsTr("还没报名")
            onClicked: root.vm.desk.forget()
        }
    }

    Label {
        objectName: "quiz.trouble"
        x: root.edge
        anchors.bottom: who.top
        anchors.bottomMargin: Theme.s1
        width: root.room
        visible: text !== ""
        text: root.vm.desk.trouble
        bold: true
        color: Theme.redDark
        wrapMode: Text.Wrap
        maximumLineCount: 1
        elide: Text.ElideRight
    }

    PushButton {
        id: go

        objectName: "quiz.go"
        x: root.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.room
        tone: "red"
        enabled: !root.vm.desk.busy && root.triesLeft !== 0
        text: ({
                daily: root.triesLeft === 0 ? qsTr("今天的次数用完了") : qsTr("闯今天这一关"),
                challenge: qsTr("开始闯关"),
                exam: root.triesLeft === 0 ? qsTr("这份卷子考过了") : qsTr("开始考试"),
                duel: qsTr("两个人都站好了，开始"),
                relay: qsTr("各队站好，开始")
            })[root.vm.mode] ?? qsTr("开始答题")
        onClicked: root.vm.start()
    }
}
