import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The time left: a straight bar that gets shorter, and the seconds in words. Red at the end, and nothing jumps.
Item {
    id: root

    required property QuizViewModel vm

    readonly property real wordsWidth: words.implicitWidth

    visible: vm.question.secondsLeft >= 0
    implicitHeight: visible ? words.height + Theme.s2 + Theme.strip : 0

    Label {
        id: words

        objectName: "quiz.seconds"
        anchors.right: parent.right
        text: root.vm.question.secondsLeft > 99 ? qsTr("还有 %1 分 %2 秒").arg(Math.floor(root.vm.question.secondsLeft / 60)).arg(root.vm.question.secondsLeft % 60) : qsTr("还有 %1 秒").arg(root.vm.question.secondsLeft)
        bold: root.vm.question.urgent
        color: root.vm.question.urgent ? Theme.red : Theme.ink2
        font.features: {
            "tnum": 1
        }
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.strip
        color: Theme.track

        Rectangle {
            width: parent.width * root.vm.question.shareLeft
            height: parent.height
            color: root.vm.question.urgent ? Theme.red : Theme.ink
        }
    }
}
