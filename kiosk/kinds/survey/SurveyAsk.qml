pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// One question: the wall asks, the hand zone answers, the tray moves on.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property real begins: wide ? Theme.s5 : Theme.handZone + Theme.s1 * 2
    readonly property real statusHeight: Math.max(Theme.s6 - 4, undo.visible ? undo.height + Theme.s1 * 2 : 0)
    readonly property real ends: tray.y - statusHeight
    // The keyboard of the shell is up; in landscape it takes the lower half of the wall too.
    readonly property bool keys: vm.question.type === "text" && Qt.inputMethod.visible // qmllint disable missing-property

    objectName: "survey.ask"

    QuestionWall {
        width: root.wide ? 768 : root.width
        height: root.wide ? (root.keys ? 468 : root.height) : Theme.handZone
        foot: root.keys && root.wide ? 0 : progress.height + Theme.s4
        vm: root.vm
        words: root.vm.question.ask
        note: root.keys && root.wide ? "" : root.vm.question.note || (root.vm.at === 0 ? root.vm.privacy : "")
        number: root.vm.downwards
    }

    AskProgress {
        id: progress

        visible: !(root.keys && root.wide)
        x: Theme.margin
        y: (root.wide ? root.height : Theme.handZone) - height - (root.wide ? Theme.s5 : Theme.s3)
        width: root.wide ? 768 - Theme.margin * 2 : root.width - Theme.margin * 2
        count: root.vm.count
        now: root.vm.at
        words: qsTr("第 %1 问，共 %2 问，约 %3 分钟").arg(root.vm.at + 1).arg(root.vm.count).arg(root.vm.minutes)
    }

    Loader {
        id: answer

        x: root.edge
        y: root.begins
        width: root.hand
        height: root.vm.question.type === "text" && root.keys ? (root.wide ? 468 - root.begins - Theme.s3 : 236) : root.ends - root.begins
        sourceComponent: ({
                scale: scale,
                matrix: matrix,
                text: words,
                number: figures
            })[root.vm.question.type] ?? choice
    }

    Label {
        objectName: "survey.status"
        visible: !root.keys
        x: root.edge
        y: root.ends
        width: root.hand - (undo.visible ? undo.width + Theme.s3 : 0)
        height: root.statusHeight
        verticalAlignment: Text.AlignVCenter
        text: root.vm.question.status
        font.features: {
            "chws": 1
        }
        color: Theme.ink2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    PushButton {
        id: undo

        objectName: "survey.undo"
        visible: root.vm.question.type === "ranking"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.ends + Theme.s1
        width: 264
        height: Math.max(84, Theme.touchFloor)
        enabled: root.vm.question.undoable
        icon: "undo"
        text: qsTr("撤一步")
        onClicked: root.vm.question.undo()
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: parent.height - height
        width: parent.width - x
        height: root.wide ? Theme.control + Theme.s4 * 2 : Theme.optionHeight + Theme.s6 * 2 - Theme.s2
        color: root.wide ? Theme.paper : Theme.kraft

        Row {
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand
            height: root.wide ? Theme.control : Theme.optionHeight
            spacing: Theme.s3

            PushButton {
                id: back

                objectName: "survey.back"
                width: 228
                height: parent.height
                text: qsTr("上一问")
                onClicked: root.vm.back()
            }

            PushButton {
                objectName: "survey.next"
                width: parent.width - back.width - (skip.visible ? skip.width + parent.spacing : 0) - parent.spacing
                height: parent.height
                tone: "red"
                enabled: root.vm.question.ready
                icon: "arrow-right"
                text: root.vm.question.last ? qsTr("看一遍") : qsTr("下一问")
                onClicked: root.vm.next()
            }

            PushButton {
                id: skip

                objectName: "survey.skip"
                visible: root.vm.question.skippable
                width: 216
                height: parent.height
                text: qsTr("不想答")
                onClicked: root.vm.skip()
            }
        }
    }

    Component {
        id: scale

        ScaleColumns {
            vm: root.vm
        }
    }

    Component {
        id: choice

        ChoiceGrid {
            vm: root.vm
        }
    }

    Component {
        id: matrix

        MatrixRows {
            vm: root.vm
        }
    }

    Component {
        id: words

        TextAnswer {
            vm: root.vm
        }
    }

    Component {
        id: figures

        NumberAnswer {
            vm: root.vm
        }
    }
}
