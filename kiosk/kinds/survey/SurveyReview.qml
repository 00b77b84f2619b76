pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// All answers before they are handed in. What went wrong while storing is said here, and nothing is lost by it.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool sending: vm.phase === "sending"

    objectName: "survey.review"

    QuestionWall {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        foot: progress.height + Theme.s4
        vm: root.vm
        words: root.vm.problem ? qsTr("没有存上，\n答案还在") : qsTr("看一遍，\n再交上去")
        note: root.vm.problem || qsTr("碰哪一行，就改哪一行。")
    }

    AskProgress {
        id: progress

        x: Theme.margin
        y: (root.wide ? root.height : Theme.handZone) - height - (root.wide ? Theme.s5 : Theme.s3)
        width: root.wide ? 768 - Theme.margin * 2 : root.width - Theme.margin * 2
        count: root.vm.count
        now: root.vm.count
        words: qsTr("%1 问都到了").arg(root.vm.count)
    }

    ListView {
        id: list

        objectName: "survey.lines"
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s1 * 2
        width: root.hand
        height: tray.y - y - (root.wide ? 0 : Theme.s2)
        bottomMargin: below.height
        spacing: Theme.s2
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.vm.review

        delegate: ReviewLine {
            required property int index
            required property var modelData

            objectName: "survey.line." + index
            width: list.width
            number: modelData.number
            ask: modelData.ask
            said: modelData.said
            skipped: modelData.skipped
            enabled: !root.sending
            ring: true
            onClicked: root.vm.edit(index)
        }
    }

    MoreBelow {
        id: below

        objectName: "survey.below"
        list: list
        x: list.x
        y: list.y + list.height - height
        width: list.width
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: parent.height - height
        width: parent.width - x
        height: root.wide ? Theme.control + Theme.s4 * 2 : Theme.optionHeight + Theme.s6 * 2 - Theme.s2
        color: root.wide ? Theme.paper : Theme.kraft

        PushButton {
            id: back

            objectName: "survey.back"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: 228
            height: root.wide ? Theme.control : Theme.optionHeight
            enabled: !root.sending
            text: qsTr("上一问")
            onClicked: root.vm.back()
        }

        PushButton {
            objectName: "survey.send"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - back.width - Theme.s3
            height: back.height
            tone: "red"
            busy: root.sending
            progress: 0.5
            icon: "tray-arrow-down"
            text: root.sending ? qsTr("正在存…") : root.vm.problem ? qsTr("再交一次") : qsTr("交上去")
            onClicked: root.vm.send()
        }
    }
}
