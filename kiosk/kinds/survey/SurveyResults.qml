pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// What all have answered, one question a page. Nothing is shown of fewer than five people.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool enough: vm.results.count > 0
    readonly property int people: vm.results.told.people ?? 0
    readonly property bool last: vm.results.at + 1 >= vm.results.count

    objectName: "survey.results"

    QuestionWall {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        foot: progress.visible ? progress.height + Theme.s4 : 0
        vm: root.vm
        words: root.enough ? (root.vm.results.told.ask ?? "") : qsTr("收了 %1 份，\n还不够").arg(root.vm.results.finished)
        note: !root.enough ? qsTr("满 %1 份才出结果，这样谁也认不出谁。").arg(root.vm.results.least) : root.people > 0 ? qsTr("%1 人的回答，每满 5 人更新一次").arg(root.people) : ""
    }

    AskProgress {
        id: progress

        visible: root.enough
        x: Theme.margin
        y: (root.wide ? root.height : Theme.handZone) - height - (root.wide ? Theme.s5 : Theme.s3)
        width: root.wide ? 768 - Theme.margin * 2 : root.width - Theme.margin * 2
        count: root.vm.results.count
        now: root.vm.results.at
        words: qsTr("第 %1 个结果，共 %2 个　%3").arg(root.vm.results.at + 1).arg(root.vm.results.count).arg(root.vm.results.told.meaning ?? "")
    }

    ResultBars {
        visible: root.enough && root.people > 0
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s3
        width: root.hand
        height: tray.y - y - Theme.s3
        vm: root.vm
    }

    Squares {
        visible: !root.enough && root.vm.results.least <= 30
        x: root.edge
        y: root.wide ? Theme.s6 : Theme.handZone + Theme.s4
        room: root.hand
        marks: Array.from({
            length: root.vm.results.least
        }, (_, n) => n < root.vm.results.finished)
    }

    Song {
        id: figure

        visible: root.enough && (root.vm.results.told.number ?? "") !== ""
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s3
        width: root.hand - 200
        text: root.vm.results.told.number ?? ""
        font.pixelSize: Theme.numeral
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h1
        font.features: {
            "lnum": 1
        }
        color: Theme.red
        leading: 1.1
    }

    Label {
        visible: figure.visible
        x: figure.x + figure.contentWidth + Theme.s3
        anchors.baseline: figure.baseline
        width: root.hand - figure.contentWidth - Theme.s3
        wrapMode: Text.Wrap
        text: root.vm.results.told.unit ?? ""
        font.pixelSize: Theme.option
    }

    Block {
        visible: root.enough && root.people === 0
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s4
        width: root.hand

        Label {
            width: parent.width
            text: qsTr("答这一问的人太少，不列。")
            font.pixelSize: Theme.read
            wrapMode: Text.Wrap
        }
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
                id: before

                objectName: "survey.resultBefore"
                visible: root.enough
                width: 228
                height: parent.height
                enabled: root.vm.results.at > 0
                text: qsTr("上一个")
                onClicked: root.vm.results.step(-1)
            }

            PushButton {
                id: after

                objectName: "survey.resultAfter"
                visible: root.enough && !root.last
                width: parent.width - before.width - shut.width - parent.spacing * 2
                height: parent.height
                tone: "red"
                icon: "arrow-right"
                text: qsTr("下一个")
                onClicked: root.vm.results.step(1)
            }

            PushButton {
                id: shut

                objectName: "survey.closeResults"
                width: after.visible ? 216 : parent.width - (before.visible ? before.width + parent.spacing : 0)
                height: parent.height
                tone: after.visible ? "sheet" : "red"
                text: qsTr("看完了")
                onClicked: root.vm.results.close()
            }
        }
    }
}
