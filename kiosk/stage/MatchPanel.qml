pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// A quiz between teams on the speaker's side: what comes next above, the teams below; a team is touched when it was first.
Column {
    id: root

    required property StageViewModel vm
    required property var view
    required property bool secret

    readonly property string phase: view.phase ?? ""
    readonly property var live: vm.live

    spacing: Theme.s3

    Row {
        visible: root.phase === "waiting"
        spacing: Theme.s3

        Repeater {
            model: [2, 3, 4, 5, 6]

            PushButton {
                required property int modelData

                objectName: "live.teams." + modelData
                width: 140
                text: modelData
                onClicked: root.live.act("begin", modelData)
            }
        }
    }

    Row {
        visible: root.phase !== "waiting" && root.phase !== "done"
        spacing: Theme.s3

        PushButton {
            objectName: "live.arm"
            visible: root.phase === "asked"
            tone: "ink"
            text: qsTr("开抢")
            onClicked: root.live.act("arm")
        }

        Repeater {
            model: root.phase === "buzzed" && root.view.touched ? root.view.options.length : 0

            PushButton {
                required property int index
                readonly property var option: root.view.options?.[index] ?? ({})

                objectName: "live.option." + index
                width: (root.width - Theme.s3 * root.view.options.length - 240) / root.view.options.length
                enabled: option.look !== "wrong"
                tone: root.secret && option.right ? "ink" : "sheet"
                text: "ABCDEFGH"[index]
                onClicked: root.live.act("choose", index)
            }
        }

        PushButton {
            objectName: "live.right"
            visible: root.phase === "buzzed" && !root.view.touched
            tone: "ink"
            text: qsTr("答对了")
            onClicked: root.live.act("judge", 1)
        }

        PushButton {
            objectName: "live.wrong"
            visible: root.phase === "buzzed" && !root.view.touched
            text: qsTr("答错了")
            onClicked: root.live.act("judge", 0)
        }

        PushButton {
            objectName: "live.answer"
            visible: root.phase === "asked" || root.phase === "armed" || root.phase === "buzzed"
            width: 240
            text: qsTr("亮答案")
            onClicked: root.live.act("show")
        }

        PushButton {
            objectName: "live.next"
            visible: root.phase === "solved"
            tone: "ink"
            text: (root.view.number ?? 0) < (root.view.count ?? 0) ? qsTr("下一题") : qsTr("看总分")
            onClicked: root.live.act("next")
        }
    }

    Row {
        visible: root.phase !== "waiting"
        spacing: Theme.s2

        Repeater {
            model: root.view.teams ?? []

            Pressable {
                id: team

                required property var modelData
                required property int index

                objectName: "live.team." + index
                width: (root.width - Theme.s2 * (root.view.teams.length - 1)) / root.view.teams.length
                height: Theme.control
                enabled: root.phase === "armed" && !modelData.out
                name: qsTr("第 %1 组").arg(index + 1)
                onClicked: root.live.act("buzz", index)

                Rectangle {
                    anchors.fill: parent
                    color: team.modelData.now ? Theme.ink : team.enabled ? Theme.sheet : "transparent"
                    border.width: Theme.line
                    border.color: team.enabled || team.modelData.now ? Theme.ink : Theme.rule
                }

                Label {
                    x: Theme.s2
                    width: parent.width - x * 2
                    height: parent.height
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("第 %1 组\n%2").arg(team.index + 1).arg(team.modelData.score)
                    bold: team.modelData.leads
                    color: team.modelData.now ? Theme.overInk : team.modelData.out ? Theme.off : Theme.ink
                }
            }
        }
    }
}
