pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// One question: the wall asks, the hand zone answers. The type steps down one token at a time until the answers fit too.
Item {
    id: root

    required property QuizViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property bool fill: vm.question.type === "fill"
    readonly property bool pad: fill && vm.question.numeric
    readonly property int answersX: wide ? 840 : Theme.margin
    readonly property int answersWidth: width - answersX - Theme.margin
    readonly property real answersEnd: height - Theme.s4 - confirm.height - Theme.s3
    readonly property int questionWidth: wide ? 768 - Theme.margin * 2 : width - Theme.margin * 2
    readonly property real needed: pad ? 616 : fill ? Theme.optionHeight : Math.max(Theme.optionHeight * 2, options.implicitHeight)
    readonly property var setting: set(vm.question.prompt, questionWidth, needed, height)
    readonly property string hint: ({
            multiple: qsTr("可以选几个"),
            judge: qsTr("对还是错"),
            order: qsTr("照先后碰一遍"),
            fill: pad ? qsTr("填一个数") : qsTr("把空填上")
        })[vm.question.type] ?? ""
    readonly property string action: ({
            multiple: vm.question.picked > 0 ? qsTr("就选这 %1 个").arg(vm.question.picked) : qsTr("就选这些"),
            order: qsTr("就这样排"),
            fill: qsTr("就填这个")
        })[vm.question.type] ?? qsTr("就选这个")

    // The keyboard is up: the field goes as high as it may be touched, and the question above it.
    readonly property bool typing: fill && !pad && Qt.inputMethod.visible // qmllint disable missing-property

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

    // Text size, broken text and where it begins: the largest at which question and answers fit.
    function set(prompt: string, wide: real, needed: real, height: real): var {
        const under = root.wide ? 240 : 330;
        const high = root.typing ? under : root.wide ? 424 : 478;
        const steps = [[Theme.question, high], [Theme.h2, high], [Theme.h3, high], [Theme.h3, under], [Theme.option, under], [Theme.label, under], [Theme.small, under]];
        const whole = [steps.slice(0, 3), Math.min(needed, root.fourRows)];
        const some = [steps, Math.min(needed, 3.5 * Theme.optionHeight)]; // the answers scroll
        let last = null;
        for (const [sizes, room] of root.wide ? [[steps, 0]] : [whole, some]) {
            const end = root.wide ? height * (root.typing ? 0.48 : 0.86) : root.typing ? Theme.handZone - root.above : root.answersEnd - room - root.above;
            for (const [size, y] of sizes) {
                const text = root.vm.broken(prompt, root.face(size), wide);
                last = {
                    size: size,
                    y: y,
                    text: text,
                    small: y === under
                };
                if (y + text.split("\n").length * size * root.leading <= end)
                    return last;
            }
        }
        return last;
    }

    readonly property real leading: 1.36
    readonly property real above: Theme.s4 + 16 + Theme.s2 + progress.height + Theme.s1 + Theme.strip + Theme.s3 // progress and its gaps
    readonly property real fourRows: 4 * (Theme.optionHeight + Theme.s3) - Theme.s3

    objectName: "quiz.question"

    Rectangle {
        visible: root.wide
        width: 768
        height: root.height
        color: Theme.kraft
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
        overArt: root.wide && !Theme.night
    }

    QuizNumeral {
        id: numeral

        x: (root.wide ? 768 : root.width) - Theme.margin - width
        shrink: root.setting.small ? 0.4 : 1
        text: root.vm.at + 1
    }

    Song {
        id: question

        objectName: "quiz.prompt"
        x: Theme.margin
        y: root.setting.y
        width: root.questionWidth
        text: root.setting.text
        font: root.face(root.setting.size)
        leading: root.leading
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: root.vm.question.prompt
    }

    Steps {
        id: steps

        readonly property real answersTop: root.typing ? Theme.handZone : Math.max(Theme.handZone, root.answersEnd - root.fourRows) // the same for most questions

        x: root.answersX
        y: root.wide ? Theme.margin : Math.max(answersTop - root.above + Theme.s4, question.y + question.height + Theme.s4)
        width: root.answersWidth
        count: root.vm.total
        now: root.vm.at
    }

    QuizProgress {
        id: progress

        x: Theme.margin
        y: root.wide ? root.height - 110 : steps.y + 16 + Theme.s2
        width: root.questionWidth - (time.visible ? time.wordsWidth + Theme.s3 : 0)
        count: root.vm.total
        now: root.vm.at
        bars: false
        note: root.hint
    }

    Countdown {
        id: time

        x: Theme.margin
        y: progress.y
        width: root.questionWidth
        height: progress.height + Theme.s1 + Theme.strip
        vm: root.vm
    }

    ScrollArea {
        id: area

        x: root.answersX
        y: root.wide ? steps.y + 16 + Theme.s4 : Math.max(Theme.handZone, progress.y + progress.height + Theme.s1 + Theme.strip + Theme.s3)
        width: root.answersWidth
        height: root.answersEnd - y
        visible: !root.fill
        more: qsTr("下面还有选项")

        QuizOptions {
            id: options

            width: root.answersWidth
            vm: root.vm
        }
    }

    Loader {
        active: root.fill
        x: area.x
        y: area.y
        width: area.width
        height: area.height
        sourceComponent: Item {
            FillBox {
                id: box

                objectName: "quiz.fill"
                width: parent.width
                height: root.pad ? Theme.control : implicitHeight
                text: root.vm.question.typed
                typing: !root.pad
                onEdited: words => root.vm.question.write(words)
                onSent: root.vm.question.confirm()
            }

            NumberPad {
                visible: root.pad
                y: box.height + Theme.s3
                width: parent.width
                height: parent.height - y
                onPressed: key => root.vm.question.press(key)
            }
        }
    }

    PushButton {
        id: undo

        objectName: "quiz.undo"
        visible: root.vm.question.type === "order"
        x: root.answersX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: (root.answersWidth - Theme.s3) * 0.36
        enabled: root.vm.question.picked > 0
        icon: "undo"
        text: qsTr("撤一步")
        onClicked: root.vm.question.undo()
    }

    PushButton {
        id: confirm

        objectName: "quiz.confirm"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: undo.visible ? root.answersWidth - undo.width - Theme.s3 : root.answersWidth
        tone: "red"
        enabled: root.vm.question.ready
        text: root.action
        onClicked: root.vm.question.confirm()
    }
}
