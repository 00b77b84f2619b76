pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// What became of the answer, and why. Only the chosen and the right options are still here.
Item {
    id: root

    required property QuizViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int asideX: wide ? 840 : Theme.margin
    readonly property int asideWidth: width - asideX - Theme.margin
    readonly property int wallWidth: wide ? 768 - Theme.margin * 2 : width - Theme.margin * 2
    readonly property bool han: /[\u3400-\u9fff]/.test(vm.answer.explain)
    readonly property var setting: set(vm.answer.verdict, vm.answer.verdictShort, wallWidth)
    readonly property bool crowd: vm.answer.rows.length > 2 // low rows, so that the reason is seen too
    readonly property bool looking: vm.phase === "review"
    readonly property int at: vm.answer.number - 1
    readonly property bool ending: looking ? at + 1 === vm.answered : at + 1 === vm.total || vm.mode === "challenge" && !vm.answer.right
    readonly property string last: ending ? (looking ? qsTr("看完了") : qsTr("看成绩")) : qsTr("下一题")

    function face(size: int): font {
        return Qt.font({
            family: Theme.song,
            weight: Font.Bold,
            pixelSize: size,
            features: {
                "halt": 1
            }
        });
    }

    // Words at display size, one token smaller, or else the letter.
    function set(words: string, brief: string, wide: real): var {
        for (const [text, size] of [[words, Theme.display], [words, Theme.h1], [brief, Theme.display], [brief, Theme.h1]]) {
            if (root.vm.widest(text, root.face(size)) <= wide)
                return {
                    text: text,
                    size: size
                };
        }
        return {
            text: brief,
            size: Theme.h2
        };
    }

    function look(state: string): string {
        return state === "wrong" || state === "moved" ? state : "right";
    }

    function mark(state: string, put: int): string {
        return ({
                hit: root.vm.answer.type === "order" ? qsTr("排对了") : qsTr("选对了"),
                right: qsTr("正确答案"),
                missed: qsTr("漏选了"),
                wrong: root.vm.answer.type === "fill" ? qsTr("你填的") : qsTr("你选的"),
                moved: qsTr("你排第 %1").arg(put)
            })[state] ?? "";
    }

    objectName: "quiz.answered"

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
        x: (root.wide ? 768 : root.width) - Theme.margin - width
        text: root.at + 1
        color: root.wide && !Theme.night ? Theme.track : Theme.pale
    }

    Song {
        id: verdict

        objectName: "quiz.verdict"
        x: Theme.margin
        y: root.wide ? 440 : 632 - height
        width: root.wallWidth
        text: root.setting.text
        font: root.face(root.setting.size)
        leading: 1.2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Steps {
        id: steps

        x: root.asideX
        y: root.wide ? Theme.margin : 656
        width: root.asideWidth
        count: root.vm.total
        now: root.at
    }

    QuizProgress {
        id: progress

        x: Theme.margin
        y: root.wide ? root.height - 110 : steps.y + 16 + Theme.s2
        width: root.wallWidth
        count: root.vm.total
        now: root.at
        bars: false
        note: qsTr("已答对 %1 题").arg(root.vm.score)
    }

    ScrollArea {
        x: root.asideX
        y: root.wide ? steps.y + 16 + Theme.s3 : Theme.handZone
        spacing: root.wide || root.crowd ? Theme.s2 : Theme.s3
        width: root.asideWidth
        height: ways.y - Theme.s3 - y

        Label {
            objectName: "quiz.reviewed"
            visible: root.looking
            width: root.asideWidth
            text: root.vm.answer.prompt
            font.pixelSize: Theme.option
            wrapMode: Text.Wrap
        }

        Repeater {
            model: root.vm.answer.rows

            OptionRow {
                required property int index
                required property var modelData

                objectName: "quiz.row." + index
                width: root.asideWidth
                enabled: false
                low: root.crowd
                letter: modelData.letter
                letterless: modelData.letter === ""
                text: modelData.text
                look: root.look(modelData.state)
                mark: root.mark(modelData.state, modelData.put)
            }
        }

        Column {
            width: root.asideWidth
            topPadding: root.crowd ? Theme.s2 : 0
            spacing: Theme.s1

            Rectangle {
                visible: why.visible
                width: parent.width
                height: Theme.section
                color: Theme.ink
            }

            Song {
                id: why

                visible: root.vm.answer.explain !== ""
                text: qsTr("为什么")
            }

            Label {
                objectName: "quiz.explain"
                visible: root.vm.answer.explain !== ""
                width: parent.width
                text: root.han ? "\u3000\u3000" + root.vm.answer.explain : root.vm.answer.explain
                font.pixelSize: Theme.read
                lineHeight: Theme.readLine / 1.448
                wrapMode: Text.Wrap
                horizontalAlignment: root.han && width / Theme.read > 18 ? Text.AlignJustify : Text.AlignLeft
                Accessible.role: Accessible.StaticText
                Accessible.name: root.vm.answer.explain
            }

            Label {
                objectName: "quiz.source"
                visible: root.vm.answer.source !== ""
                width: parent.width
                text: qsTr("出处：%1").arg(root.vm.answer.source)
                font.pixelSize: Theme.meta
                lineHeight: 1.5 / 1.448
                wrapMode: Text.Wrap
                color: Theme.ink2
            }
        }
    }

    ReadOn {
        id: ways

        x: root.asideX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.asideWidth
        stacked: !root.wide
        read: root.vm.answer.read
        nextText: root.last
        onReadClicked: root.vm.open(root.vm.answer.read.uid)
        onNextClicked: root.looking ? root.vm.look(1) : root.vm.next()
    }
}
