pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// The end: thanks once the answer is stored; or why nothing can be answered now.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool done: vm.phase === "done"

    objectName: "survey.end"

    QuestionWall {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
        words: ({
                done: qsTr("存好了，\n谢谢你"),
                full: qsTr("已经收够了，\n谢谢你来"),
                early: qsTr("%1\n开始收").arg(root.vm.opens),
                closed: qsTr("%1\n已经收完").arg(root.vm.closes)
            })[root.vm.phase] ?? ""
        note: root.done ? (root.vm.thanks || root.vm.privacy) : root.vm.turnedAway ? qsTr("这一类的答卷已经够数，你的回答没有存。") : root.vm.title
    }

    // One square for each question: what was answered is ink.
    Column {
        visible: root.done
        x: root.edge
        y: root.wide ? Theme.s6 : Theme.handZone + Theme.s4
        width: root.hand
        spacing: Theme.s4

        Squares {
            room: root.hand
            marks: root.vm.marks
        }

        Label {
            objectName: "survey.answered"
            width: parent.width
            text: root.vm.skippedCount > 0 ? qsTr("答了 %1 问，跳过 %2 问").arg(root.vm.count - root.vm.skippedCount).arg(root.vm.skippedCount) : qsTr("%1 问都答了").arg(root.vm.count)
            font.pixelSize: Theme.noteSize
            color: Theme.ink2
        }
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: parent.height - height
        width: parent.width - x
        height: column.height + (root.wide ? Theme.s4 : Theme.s5) * 2
        color: root.wide ? Theme.paper : Theme.kraft

        Column {
            id: column

            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand
            spacing: Theme.s3

            PushButton {
                objectName: "survey.seeResults"
                visible: root.vm.results.open
                width: parent.width
                icon: "chart-bar"
                text: qsTr("看大家怎么答")
                onClicked: root.vm.results.show()
            }

            Row {
                width: parent.width
                spacing: Theme.s3

                PushButton {
                    id: again

                    objectName: "survey.again"
                    visible: root.done
                    width: 300
                    height: close.height
                    text: qsTr("换一个人答")
                    onClicked: root.vm.again()
                }

                PushButton {
                    id: close

                    objectName: "survey.close"
                    width: parent.width - (again.visible ? again.width + Theme.s3 : 0)
                    height: Theme.optionHeight
                    tone: "red"
                    text: root.done ? qsTr("好了，去看别的") : qsTr("去看别的")
                    onClicked: root.vm.close()
                }
            }
        }
    }
}
