import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// What this quiz is and how it goes. The wall is its poster, or the number of questions.
Item {
    id: root

    required property QuizViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property bool pictured: vm.poster.toString() !== ""
    readonly property int artWidth: wide ? 684 : width
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "quiz.start"

    ArtFrame {
        visible: root.pictured
        width: root.artWidth
        height: root.wide ? root.height : Theme.handZone
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.tag.charAt(0)
        focusY: 48
    }

    Rectangle {
        visible: !root.pictured && root.wide
        width: root.artWidth
        height: root.height
        color: Theme.kraft
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: root.pictured || root.wide && !Theme.night
    }

    QuizNumeral {
        visible: !root.pictured
        x: (root.wide ? root.artWidth : root.width) - Theme.margin - width
        figureTop: root.wide ? 340 : 230
        text: root.vm.total
    }

    Column {
        x: root.edge
        y: root.wide ? Theme.s6 : Theme.handZone + Theme.s5
        width: root.room
        spacing: Theme.s4

        Song {
            id: title

            objectName: "quiz.title"
            width: parent.width
            text: root.vm.display
            font.pixelSize: Theme.h1
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.h3
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            leading: 1.28
            font.features: {
                "halt": 1
            }
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Label {
            objectName: "quiz.line"
            visible: text !== ""
            width: parent.width
            text: root.vm.about || root.vm.line
            font.pixelSize: Theme.read
            lineHeight: Theme.readLine / 1.448
            wrapMode: Text.Wrap
            maximumLineCount: root.wide ? 4 : 3
            elide: Text.ElideRight
        }
    }

    Row {
        id: rules

        x: root.edge
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.s5
        width: root.room
        spacing: Theme.s3

        readonly property int cells: root.vm.passMark > 0 ? 3 : 2
        readonly property real cell: (width - spacing * (cells - 1)) / cells

        RuleCell {
            width: rules.cell
            figure: qsTr("%1 题").arg(root.vm.total)
            text: root.vm.bank > root.vm.total ? qsTr("从 %1 题里抽").arg(root.vm.bank) : qsTr("一轮答完")
        }

        RuleCell {
            width: rules.cell
            figure: root.vm.seconds > 0 ? qsTr("%1 秒").arg(root.vm.seconds) : qsTr("不计时")
            text: root.vm.seconds > 0 ? qsTr("每题的时间") : qsTr("慢慢想")
        }

        RuleCell {
            visible: root.vm.passMark > 0
            width: rules.cell
            figure: qsTr("%1 题").arg(root.vm.passMark)
            text: qsTr("答对就过关")
        }
    }

    PushButton {
        id: go

        objectName: "quiz.go"
        x: root.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.room
        tone: "red"
        text: qsTr("开始答题")
        onClicked: root.vm.start()
    }
}
