pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// Two people side by side at one screen. The score is a pulled rope; red is a side here, so there is no red button.
Item {
    id: root

    required property QuizViewModel vm

    readonly property DuelViewModel duel: vm.duel
    readonly property bool wide: Theme.landscape
    readonly property bool over: duel.phase === "over"
    readonly property int wallHeight: wide ? 208 : 408
    readonly property int handTop: wide ? 452 : 768
    readonly property int knot: 72

    objectName: "quiz.duel"

    Repeater {
        model: 2

        Rectangle {
            id: wall

            required property int index

            x: index * root.width / 2
            width: root.width / 2
            height: root.wallHeight
            color: Theme.night ? Theme.paper : index === 0 ? Theme.artBlue : Theme.artRed
            border.width: Theme.night ? Theme.line : 0
            border.color: Theme.ink

            Song {
                objectName: "quiz.duel.score." + wall.index
                anchors.verticalCenter: parent.verticalCenter
                x: wall.index === 0 ? Theme.margin : parent.width - width - Theme.margin
                text: root.duel.score[wall.index] ?? 0
                font.pixelSize: root.wide ? 190 : 300
                font.features: {
                    "lnum": 1
                }
                leading: 1
                color: Theme.night ? (wall.index === 0 ? Theme.blue : Theme.red) : Theme.artPaper
                Accessible.name: (wall.index === 0 ? qsTr("蓝方 %1 分") : qsTr("红方 %1 分")).arg(text)
            }
        }
    }

    HangingTag {
        x: (root.width - width) / 2
        text: qsTr("对抗赛")
        overArt: !Theme.night
        inkGround: !Theme.night
        visible: !root.wide
    }

    // The rope: gold with ink slashes. One point of difference is one step of the knot.
    Rectangle {
        id: rope

        y: root.wallHeight
        width: root.width
        height: 24
        color: Theme.gold
        clip: true

        Repeater {
            model: Math.ceil(root.width / 28) + 1

            Rectangle {
                required property int index

                x: index * 28 - 6
                y: -10
                width: 7
                height: 44
                rotation: 28
                color: Theme.artInk
            }
        }
    }

    Rectangle {
        x: root.width / 2 - 4
        y: rope.y - 20
        width: Theme.strip
        height: 64
        color: Theme.ink
    }

    Item {
        id: mark

        objectName: "quiz.duel.knot"
        x: root.width / 2 - width / 2 - root.duel.lead * root.knot
        y: rope.y - 8
        width: 52
        height: 104
        scale: root.wide ? 0.6 : 1
        transformOrigin: Item.Top

        Behavior on x {
            enabled: !Theme.calm
            NumberAnimation {
                duration: Theme.page
                easing.type: Easing.OutCubic
            }
        }

        Rectangle {
            y: 24
            x: 6
            width: 40
            height: 80
            color: Theme.red
            clip: true
        }

        Rectangle {
            y: 95
            x: 17
            width: 18
            height: 18
            rotation: 45
            color: Theme.paper
        }

        Rectangle {
            width: 52
            height: 24
            color: Theme.ink
        }
    }

    Label {
        visible: !root.wide
        x: Theme.margin
        y: rope.y + 24 + (root.wide ? Theme.s1 : Theme.s4)
        text: qsTr("蓝方 %1 分").arg(root.duel.score[0] ?? 0)
        bold: true
        color: Theme.blue
    }

    Label {
        visible: !root.wide
        x: root.width - width - Theme.margin
        y: rope.y + 24 + (root.wide ? Theme.s1 : Theme.s4)
        text: qsTr("红方 %1 分").arg(root.duel.score[1] ?? 0)
        bold: true
        color: Theme.red
    }

    Song {
        id: question

        readonly property string said: root.over ? (root.duel.lead > 0 ? qsTr("蓝方赢了。") : root.duel.lead < 0 ? qsTr("红方赢了。") : qsTr("打成平手。")) : root.duel.prompt || qsTr("两个人，\n一人站一边。")
        readonly property int size: root.wide ? Theme.h3 : Theme.h1 - 20

        objectName: "quiz.duel.prompt"
        x: Theme.margin
        y: root.wide ? rope.y + 64 : rope.y + 124
        width: root.width - Theme.margin * 2
        height: root.handTop - y - Theme.s2 - (root.wide && root.duel.explain ? 88 : 0)
        text: width <= 0 ? said : root.vm.broken(said, Qt.font({
            family: Theme.song,
            weight: Font.Bold,
            pixelSize: said.length > 30 ? Theme.h3 : size,
            features: {
                "halt": 1
            }
        }), width)
        font.pixelSize: said.length > 30 ? Theme.h3 : size
        font.features: {
            "halt": 1
        }
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.label
        wrapMode: Text.Wrap
        leading: 1.3
        Accessible.role: Accessible.Heading
        Accessible.name: said
    }

    Repeater {
        model: 2

        Rectangle {
            required property int index

            x: index * root.width / 2
            y: root.handTop
            width: root.width / 2
            height: Theme.s2
            color: index === 0 ? Theme.blue : Theme.red
        }
    }

    Repeater {
        model: root.over ? 0 : 2

        DuelHalf {
            required property int index

            x: index * root.width / 2
            y: root.handTop + Theme.s2
            width: root.width / 2
            height: root.height - y
            duel: root.duel
            side: index
            columns: root.wide ? 2 : 1
        }
    }

    Rectangle {
        visible: !root.over
        x: root.width / 2 - 4
        y: root.handTop + Theme.s2
        width: Theme.strip
        height: root.height - y
        color: Theme.ink
    }

    // Why, for both: it stands across the middle until the next question comes.
    Rectangle {
        visible: root.duel.explain !== ""
        y: root.wide ? root.handTop - height : root.height - height
        width: root.width
        height: root.wide ? 88 : 168
        color: root.wide ? Theme.paper : Theme.kraft

        Label {
            objectName: "quiz.duel.explain"
            x: Theme.margin
            width: parent.width - Theme.margin * 2
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: root.duel.explain
            font.pixelSize: Theme.noteSize
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.small
            wrapMode: Text.Wrap
            elide: Text.ElideRight
        }
    }

    Row {
        visible: root.over
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        width: root.width - Theme.margin * 2
        spacing: Theme.s3

        PushButton {
            objectName: "quiz.duel.list"
            width: (parent.width - parent.spacing) / 2
            text: qsTr("换个玩法")
            onClicked: root.vm.toStart()
        }

        PushButton {
            objectName: "quiz.duel.again"
            width: (parent.width - parent.spacing) / 2
            tone: "ink"
            text: qsTr("再比一局")
            onClicked: root.duel.open()
        }
    }
}
