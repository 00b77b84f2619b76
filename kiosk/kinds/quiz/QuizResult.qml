pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The round is over: how many were right, which were not, what to read next.
Item {
    id: root

    required property QuizViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int asideX: wide ? 840 : Theme.margin
    readonly property int asideWidth: width - asideX - Theme.margin
    readonly property int wallWidth: wide ? 768 - Theme.margin * 2 : width - Theme.margin * 2

    readonly property bool exam: vm.mode === "exam"
    readonly property int triesLeft: vm.desk.triesLeft[vm.mode] ?? -1
    readonly property int buttons: exam || vm.boards && vm.counts ? 3 : 2

    objectName: "quiz.result"

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

    QuizNumeral {
        objectName: "quiz.score"
        x: (root.wide ? 768 : root.width) - Theme.margin - width
        text: root.vm.score
    }

    Song {
        id: verdict

        objectName: "quiz.resultVerdict"
        x: Theme.margin
        y: root.wide ? 450 : 490
        width: root.wallWidth
        text: root.vm.end.verdict
        font.pixelSize: Theme.h1
        font.features: {
            "halt": 1
        }
        wrapMode: Text.Wrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.28
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        id: note

        objectName: "quiz.resultNote"
        x: Theme.margin
        anchors.top: verdict.bottom
        anchors.topMargin: Theme.s2
        width: root.wallWidth
        text: root.vm.mode === "challenge" ? qsTr("一共答了 %1 题").arg(root.vm.end.total) : root.vm.passMark > 0 ? qsTr("%1 题答对 %2 题，答对 %3 题过关").arg(root.vm.end.total).arg(root.vm.score).arg(root.vm.passMark) : qsTr("%1 题答对 %2 题").arg(root.vm.end.total).arg(root.vm.score)
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    Label {
        id: counted

        objectName: "quiz.counted"
        x: Theme.margin
        anchors.top: note.bottom
        anchors.topMargin: Theme.s1
        width: root.wallWidth
        visible: root.vm.counts
        text: root.vm.desk.trouble || (root.vm.desk.gained < 0 ? qsTr("正在记分…") : root.vm.desk.gained > 0 ? qsTr("%1 记上 %2 分，共 %3 分").arg(root.vm.desk.shown).arg(root.vm.desk.gained).arg(root.vm.desk.points) : qsTr("%1 共 %2 分，这一次没有多出来的分").arg(root.vm.desk.shown).arg(root.vm.desk.points))
        bold: true
        wrapMode: Text.Wrap
        color: root.vm.desk.trouble ? Theme.redDark : Theme.ink
    }

    ScrollArea {
        id: area

        x: root.asideX
        y: root.wide ? Theme.margin : Math.max(Theme.handZone + Theme.s4, (counted.visible ? counted.y + counted.height : note.y + note.height) + Theme.s4)
        width: root.asideWidth
        height: again.y - Theme.s3 - y

        Song {
            visible: root.vm.end.wrong.length > 0
            text: qsTr("这几题再看一眼")
        }

        Repeater {
            model: root.vm.end.wrong

            WrongEntry {
                required property int index
                required property var modelData

                objectName: "quiz.wrong." + index
                width: root.asideWidth
                number: modelData.number
                prompt: modelData.prompt
                answer: modelData.right
                said: modelData.said
            }
        }

        Song {
            visible: root.vm.end.cards.length > 0
            text: qsTr("接着看")
        }

        Grid {
            visible: root.vm.end.cards.length > 0
            columns: 3
            spacing: Theme.s3

            Repeater {
                model: root.vm.end.cards

                PosterCard {
                    required property var modelData

                    objectName: "quiz.card." + modelData.uid
                    width: (root.asideWidth - Theme.s3 * 2) / 3
                    title: modelData.name || modelData.title
                    picture: modelData.square
                    onClicked: root.vm.open(modelData.uid)
                }
            }
        }
    }

    PushButton {
        id: list

        objectName: "quiz.list"
        x: root.asideX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: (root.asideWidth - Theme.s3 * (root.buttons - 1)) / root.buttons
        text: root.vm.modes.length > 1 ? qsTr("换个玩法") : qsTr("回到列表")
        onClicked: root.vm.modes.length > 1 ? root.vm.toStart() : root.vm.back()
    }

    PushButton {
        objectName: "quiz.board.open"
        visible: root.buttons === 3
        anchors.left: list.right
        anchors.leftMargin: Theme.s3
        anchors.bottom: list.bottom
        width: list.width
        enabled: !root.vm.desk.busy && root.vm.boards
        text: qsTr("排行榜")
        onClicked: root.vm.toBoard()
    }

    PushButton {
        id: again

        objectName: root.exam ? "quiz.review" : "quiz.again"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: list.width
        tone: "red"
        enabled: !root.vm.desk.busy && (root.exam ? root.vm.answered > 0 : root.triesLeft !== 0)
        text: ({
                daily: root.triesLeft === 0 ? qsTr("明天再来") : qsTr("再试，还有 %1 次").arg(root.triesLeft),
                challenge: qsTr("再闯一次"),
                exam: qsTr("逐题看卷子")
            })[root.vm.mode] ?? qsTr("再来一套")
        onClicked: root.exam ? root.vm.look(0) : root.vm.start()
    }
}
