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
        text: root.vm.resultVerdict
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
        text: root.vm.passMark > 0 ? qsTr("%1 题答对 %2 题，答对 %3 题过关").arg(root.vm.total).arg(root.vm.score).arg(root.vm.passMark) : qsTr("%1 题答对 %2 题").arg(root.vm.total).arg(root.vm.score)
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    ScrollArea {
        id: area

        x: root.asideX
        y: root.wide ? Theme.margin : Math.max(Theme.handZone + Theme.s4, note.y + note.height + Theme.s4)
        width: root.asideWidth
        height: again.y - Theme.s3 - y

        Song {
            visible: root.vm.wrong.length > 0
            text: qsTr("这几题再看一眼")
        }

        Repeater {
            model: root.vm.wrong

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
            visible: root.vm.cards.length > 0
            text: qsTr("接着看")
        }

        Grid {
            visible: root.vm.cards.length > 0
            columns: 3
            spacing: Theme.s3

            Repeater {
                model: root.vm.cards

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
        width: (root.asideWidth - Theme.s3) / 2
        text: qsTr("回到列表")
        onClicked: root.vm.back()
    }

    PushButton {
        id: again

        objectName: "quiz.again"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: list.width
        tone: "red"
        text: qsTr("再来一套")
        onClicked: root.vm.start()
    }
}
