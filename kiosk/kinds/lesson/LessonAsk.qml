pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// The question of a step. The right answer unlocks the next one; after a wrong one 再看一遍 is the red button.
Item {
    id: root

    required property LessonViewModel vm

    readonly property bool answered: vm.phase === "right"
    readonly property bool missed: vm.phase === "wrong"
    readonly property bool order: vm.question.type === "order"
    readonly property bool han: /[\u3400-\u9fff]/.test(vm.question.prompt)
    readonly property int count: vm.question.options.length
    readonly property int size: [Theme.h2, Theme.h3, Theme.option].find(s => root.rows(s) <= (s === Theme.option ? 3 : 2)) ?? Theme.button

    function rows(size: int): int {
        let n = 0;
        for (const line of root.vm.question.prompt.split("\n"))
            n += Math.max(1, Math.ceil(line.length * size * (root.han ? 1 : 0.55) / root.width));
        return n;
    }

    objectName: "lesson.ask"

    StepCells {
        id: cells

        width: root.width
        vm: root.vm
    }

    Label {
        id: where

        objectName: "lesson.said"
        y: cells.height + Theme.s3
        width: root.width
        text: root.missed ? qsTr("差一点。再看一遍，或者换个答案再试。") : root.answered ? qsTr("第 %1 步，共 %2 步。答对了。").arg(root.vm.at + 1).arg(root.vm.total) : qsTr("第 %1 步，共 %2 步。%3").arg(root.vm.at + 1).arg(root.vm.total).arg(root.order ? qsTr("照先后碰一遍，碰错了再碰一下。") : root.vm.step.key.replace(/\n/g, ""))
        bold: root.missed
        color: root.missed ? Theme.redDark : Theme.ink2
        font.pixelSize: Theme.noteSize
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Song {
        id: prompt

        objectName: "lesson.prompt"
        y: where.y + where.height + Theme.s2
        width: root.width
        text: root.vm.question.prompt
        font.pixelSize: root.size
        wrapMode: Text.Wrap
        leading: 1.36
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Item {
        id: room

        readonly property real gap: root.count > 3 ? Theme.s2 : 20
        readonly property bool beside: Theme.landscape && root.order && why.visible // pictures, and why, side by side
        readonly property real share: beside ? width * 0.6 : width

        y: prompt.y + prompt.height + Theme.s3
        width: root.width
        height: buttons.y - y - Theme.s3

        Column {
            visible: !root.order
            width: parent.width
            spacing: room.gap

            Repeater {
                model: root.order ? [] : root.vm.question.options

                AnswerRow {
                    required property int index
                    required property var modelData

                    objectName: "lesson.option." + index
                    visible: modelData.look !== "past"
                    enabled: !root.answered
                    width: room.width
                    height: Math.max(Theme.touchFloor, Math.min(root.answered ? 116 : 132, (room.height - room.gap * (root.count - 1)) / root.count))
                    letter: modelData.letter
                    icon: root.vm.question.type !== "judge" ? "" : index === 0 ? "check" : "close"
                    text: modelData.text
                    look: modelData.look
                    onClicked: root.vm.question.tap(index)
                }
            }
        }

        Row {
            id: tiles

            visible: root.order
            spacing: Theme.s3

            readonly property real cell: Math.min((room.share - spacing * (root.count - 1)) / Math.max(1, root.count), (room.beside || !why.visible ? room.height : room.height - why.height - Theme.s3) - 72, 400)

            Repeater {
                model: root.order ? root.vm.question.options : []

                OrderTile {
                    required property int index
                    required property var modelData

                    objectName: "lesson.option." + index
                    enabled: !root.answered
                    width: tiles.cell
                    height: tiles.cell + 72
                    letter: modelData.letter
                    text: modelData.text
                    picture: modelData.picture
                    look: modelData.look
                    onClicked: root.vm.question.tap(index)
                }
            }
        }

        WhyBox {
            id: why

            objectName: "lesson.why"
            visible: root.answered && root.vm.question.why !== ""
            x: room.beside ? room.share + Theme.s3 : 0
            y: room.beside ? 0 : root.order ? room.height - height : 116 + Theme.s3
            width: room.width - x
            height: Math.min(implicitHeight, room.beside ? room.height : root.order ? room.height * 0.45 : room.height - y)
            text: root.vm.question.why
        }
    }

    Item {
        id: buttons

        anchors.bottom: parent.bottom
        width: root.width
        height: Theme.control

        PushButton {
            id: main

            objectName: root.answered ? "lesson.onward" : "lesson.submit"
            width: root.width - again.width - Theme.s3
            height: parent.height
            tone: root.missed ? "sheet" : "red"
            enabled: root.answered || root.vm.question.ready
            text: root.answered ? (root.vm.step.nextWord ? qsTr("下一步：%1").arg(root.vm.step.nextWord) : qsTr("学完了，领证书")) : root.missed ? qsTr("换个答案") : root.order ? qsTr("就这样排") : qsTr("就选这个")
            onClicked: root.answered ? root.vm.onward() : root.vm.question.submit()
        }

        PushButton {
            id: again

            objectName: "lesson.again"
            anchors.right: parent.right
            width: 300
            height: parent.height
            tone: root.missed ? "red" : "sheet"
            icon: "replay"
            text: qsTr("再看一遍")
            onClicked: root.vm.again()
        }
    }
}
