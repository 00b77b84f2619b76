pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// What the speaker does at a step in which the audience takes part. `secret`: the audience does not see this screen.
Item {
    id: root

    required property StageViewModel vm
    property bool secret: vm.two

    readonly property var live: vm.live
    readonly property var view: live.own
    readonly property string kind: live.panel
    readonly property string phase: view.phase ?? ""

    // The same at each moment of a kind: buttons must not wander under the finger.
    implicitHeight: Theme.chip + Theme.s2 + (kind === "poll" ? hands : kind === "quiz" || kind === "sign" || kind === "draw" ? Theme.control * 2 + Theme.s3 : Theme.control)
    readonly property real hands: Math.ceil((view.options?.length ?? 0) / 2) * (Math.max(84, Theme.touchFloor) + Theme.s1)

    Label {
        objectName: "live.words"
        width: parent.width - buttons.width - Theme.s3
        height: Theme.chip
        verticalAlignment: Text.AlignVCenter
        text: root.words()
        bold: true
        font.pixelSize: Theme.meta
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: Theme.ink
    }

    function words(): string {
        switch (root.kind) {
        case "poll":
            return qsTr("数举手：一共 %1 只手").arg(root.view.total ?? 0);
        case "quiz":
            return root.phase === "waiting" ? qsTr("分几组抢答？") : root.phase === "done" ? qsTr("比完了") : root.secret ? qsTr("答案：%1").arg(root.view.answer ?? "") : qsTr("第 %1 题，共 %2 题").arg(root.view.number ?? 0).arg(root.view.count ?? 0);
        case "riddle":
            return root.phase === "waiting" ? qsTr("一条一条猜，喊出来算") : root.phase === "done" ? qsTr("猜完了，猜中 %1 条").arg(root.view.solved ?? 0) : root.secret ? qsTr("谜底：%1").arg(root.view.answer ?? "") : qsTr("第 %1 条，共 %2 条").arg(root.view.number ?? 0).arg(root.view.count ?? 0);
        case "suggestion":
            return qsTr("说了建议的，数一数");
        case "sign":
            return root.live.said !== "" ? root.live.said : qsTr("到了 %1 人，签到 %2 人").arg(root.view.attendance ?? 0).arg(root.view.signed ?? 0);
        case "caller":
            return qsTr("点过 %1 位，在座 %2 位").arg(root.view.number ?? 0).arg(root.view.here ?? 0);
        case "draw":
            return (root.view.here ?? 0) === 0 ? qsTr("还没有人签到，也没有数人头") : qsTr("在座 %1 位").arg(root.view.here ?? 0);
        default:
            return "";
        }
    }

    Row {
        id: buttons

        anchors.right: parent.right
        spacing: Theme.s2

        PushButton {
            objectName: "live.show"
            visible: root.kind === "poll"
            height: Theme.chip
            pixelSize: Theme.label
            tone: "ink"
            text: (root.view.shown ?? false) ? qsTr("收起结果") : qsTr("亮结果")
            onClicked: root.live.act(root.view.shown ? "hide" : "show")
        }

        PushButton {
            objectName: "live.undo"
            visible: root.kind !== "draw"
            height: Theme.chip
            pixelSize: Theme.label
            enabled: root.live.undoable
            text: qsTr("撤一下")
            onClicked: root.live.undo()
        }

        PushButton {
            objectName: "live.close"
            visible: root.live.card.kind !== undefined
            height: Theme.chip
            pixelSize: Theme.label
            text: qsTr("回到讲稿")
            onClicked: root.live.close()
        }
    }

    Loader {
        y: Theme.chip + Theme.s2
        width: parent.width
        height: parent.height - y
        sourceComponent: root.kind === "poll" ? poll : root.kind === "quiz" ? quiz : root.kind === "riddle" ? riddle : root.kind === "suggestion" ? voices : root.kind === "sign" ? sign : root.kind === "caller" ? called : root.kind === "draw" ? drawn : null
    }

    Component {
        id: poll

        Grid {
            columns: 2
            columnSpacing: Theme.s3
            rowSpacing: Theme.s1

            Repeater {
                model: root.view.options ? root.view.options.length : 0

                Stepper {
                    required property int index

                    base: "live.hands." + index
                    width: (root.width - Theme.s3) / 2
                    value: root.view.options?.[index]?.count ?? 0
                    label: root.view.options?.[index]?.text ?? ""
                    onChanged: value => root.live.act("set", index, value)
                    onAsked: root.live.ask("hands." + index)
                }
            }
        }
    }

    Component {
        id: quiz

        MatchPanel {
            vm: root.vm
            view: root.view
            secret: root.secret
        }
    }

    Component {
        id: riddle

        Row {
            spacing: Theme.s3

            PushButton {
                objectName: "live.begin"
                visible: root.phase === "waiting"
                tone: "ink"
                text: qsTr("出第一条")
                onClicked: root.live.act("begin")
            }

            PushButton {
                objectName: "live.hint"
                visible: root.phase === "asked"
                enabled: (root.view.more ?? 0) > 0
                text: qsTr("再给提示")
                onClicked: root.live.act("hint")
            }

            PushButton {
                objectName: "live.solve"
                visible: root.phase === "asked"
                tone: "ink"
                text: qsTr("猜中了")
                onClicked: root.live.act("solve", 0)
            }

            PushButton {
                objectName: "live.tell"
                visible: root.phase === "asked"
                text: qsTr("亮谜底")
                onClicked: root.live.act("show")
            }

            PushButton {
                objectName: "live.next"
                visible: root.phase === "solved"
                tone: "ink"
                text: qsTr("下一条")
                onClicked: root.live.act("next")
            }
        }
    }

    Component {
        id: voices

        Column {
            Stepper {
                base: "live.voices"
                width: root.width
                implicitHeight: Theme.control
                typeable: false
                value: root.view.voices ?? 0
                label: qsTr("说了建议的人数")
                onChanged: value => root.live.act("set", value)
            }
        }
    }

    Component {
        id: sign

        Column {
            spacing: Theme.s3

            Stepper {
                base: "live.count"
                width: root.width
                implicitHeight: Theme.control
                value: root.view.counted ?? 0
                label: qsTr("数人头（没签到的也在内）")
                onChanged: value => root.live.act("count", value)
                onAsked: root.live.ask("count")
            }

            Row {
                spacing: Theme.s3

                PushButton {
                    objectName: "live.pad"
                    icon: "dialpad"
                    text: qsTr("报工号")
                    onClicked: root.live.ask("sign")
                }

                PushButton {
                    objectName: "live.list"
                    icon: "format-list-bulleted"
                    text: qsTr("看名单")
                    onClicked: root.live.openList()
                }

                Label {
                    height: Theme.control
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("刷卡直接刷")
                    color: Theme.ink2
                }
            }
        }
    }

    Component {
        id: called

        Row {
            PushButton {
                objectName: "live.call"
                width: 420
                tone: "ink"
                icon: "bullhorn-outline"
                text: qsTr("点一位")
                enabled: (root.view.here ?? 0) > 0
                onClicked: root.live.call()
            }
        }
    }

    Component {
        id: drawn

        Column {
            spacing: Theme.s3

            Stepper {
                base: "live.prizes"
                visible: root.phase === "waiting"
                width: root.width
                implicitHeight: Theme.control
                typeable: false
                value: root.live.prizeCount
                label: qsTr("抽几个")
                onChanged: value => root.live.setPrizes(value)
            }

            PushButton {
                objectName: "live.draw"
                width: 520
                tone: "ink"
                visible: root.phase !== "told"
                enabled: (root.view.here ?? 0) > 0
                text: root.phase === "waiting" ? qsTr("封名单，亮指纹") : root.phase === "sealed" ? qsTr("抽下一个") : qsTr("公布种子")
                onClicked: root.live.draw()
            }

            Label {
                visible: root.phase === "told"
                width: root.width
                text: qsTr("抽完了，种子已公布，这张抽奖单记进了这一讲的记录。")
                wrapMode: Text.Wrap
            }
        }
    }
}
