pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The leader boards. A bar is as long as the points are many; the number is also written.
Item {
    id: root

    required property QuizViewModel vm

    readonly property QuizBoardViewModel board: vm.board
    readonly property bool wide: Theme.landscape
    readonly property int asideX: wide ? 840 : Theme.margin
    readonly property int asideWidth: width - asideX - Theme.margin
    readonly property int wallWidth: wide ? 768 - Theme.margin * 2 : width - Theme.margin * 2
    readonly property int figure: board.place > 0 ? board.place : board.players

    objectName: "quiz.board"

    Rectangle {
        visible: root.wide
        width: 768
        height: root.height
        color: Theme.kraft
    }

    HangingTag {
        x: Theme.margin
        text: qsTr("排行榜")
        overArt: root.wide && !Theme.night
    }

    QuizNumeral {
        x: (root.wide ? 768 : root.width) - Theme.margin - width
        visible: root.figure > 0
        text: root.figure
    }

    Song {
        id: verdict

        objectName: "quiz.board.verdict"
        x: Theme.margin
        y: root.wide ? 450 : 500
        width: root.wallWidth
        text: root.board.place > 0 ? qsTr("你在第 %1 名。").arg(root.board.place) : root.board.players > 0 ? qsTr("%1 个人上了榜。").arg(root.board.players) : qsTr("等第一个人上榜。")
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        x: Theme.margin
        anchors.top: verdict.bottom
        anchors.topMargin: Theme.s2
        width: root.wallWidth
        text: root.board.trouble || qsTr("分一样，用时少的在前。名字只露头尾。")
        color: root.board.trouble ? Theme.redDark : Theme.ink2
        wrapMode: Text.Wrap
    }

    Row {
        id: tabs

        x: root.asideX
        y: root.wide ? Theme.margin : Theme.handZone
        width: root.asideWidth
        height: visible ? Theme.chip : 0
        spacing: Theme.s2
        visible: root.board.offered.length > 1

        Repeater {
            model: root.board.offered

            Chip {
                required property int modelData

                objectName: "quiz.board.by." + modelData
                width: (tabs.width - tabs.spacing * (root.board.offered.length - 1)) / root.board.offered.length
                text: [qsTr("按人"), qsTr("按车间"), qsTr("按班组")][modelData]
                checked: root.board.by === modelData
                onClicked: root.board.show(modelData)
            }
        }
    }

    ScrollArea {
        x: root.asideX
        y: tabs.y + tabs.height + (tabs.visible ? Theme.s3 : 0)
        width: root.asideWidth
        height: back.y - Theme.s3 - y
        spacing: Theme.s1
        more: qsTr("后面还有")

        Repeater {
            model: root.board.rows

            BoardRow {
                required property int index
                required property var modelData

                objectName: "quiz.rank." + index
                width: root.asideWidth
                place: modelData.place
                title: modelData.name
                note: modelData.note
                points: modelData.points
                share: modelData.share
                mine: modelData.mine
            }
        }
    }

    PushButton {
        id: back

        objectName: "quiz.board.back"
        x: root.asideX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.asideWidth
        tone: "red"
        text: qsTr("去答题")
        onClicked: root.vm.toStart()
    }
}
