pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// A quiz between teams: question, options, what is right once it is told, and the score board along the foot.
Item {
    id: root

    required property var view
    required property color words
    required property color accent

    readonly property int side: Sheet.margin + Theme.s8
    readonly property int cell: view.options.length > 6 ? 84 : view.options.length > 4 ? 100 : 130
    readonly property int rows: Math.ceil(view.options.length / 2)
    readonly property bool over: view.phase === "done"
    readonly property bool told: view.phase === "solved"

    Label {
        x: root.side
        y: 76
        text: root.over ? qsTr("比完了") : qsTr("第 %1 题，共 %2 题").arg(root.view.number).arg(root.view.count)
        font.pixelSize: 44
        bold: true
        color: root.accent
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: Sheet.margin
        y: 76
        visible: root.view.phase === "armed" || root.view.phase === "buzzed"
        text: root.view.phase === "armed" ? qsTr("抢！") : qsTr("请答")
        font.pixelSize: 56
        bold: true
        color: root.accent
    }

    Song {
        x: root.side
        y: 148
        width: Sheet.width - x - Sheet.margin
        height: root.over ? 560 : 240
        verticalAlignment: Text.AlignVCenter
        text: root.over ? qsTr("%1 领先").arg(root.view.teams.map((t, n) => t.leads ? qsTr("第 %1 组").arg(n + 1) : "").filter(t => t !== "").join("、") || qsTr("没有哪组")) : root.view.prompt
        font.pixelSize: root.over ? 150 : 80
        fontSizeMode: Text.Fit
        minimumPixelSize: 36
        wrapMode: Text.Wrap
        leading: 1.25
        color: root.words
    }

    Grid {
        id: options

        visible: !root.over
        x: root.side
        y: 404
        columns: 2
        rowSpacing: Theme.s2
        columnSpacing: Theme.s3

        Repeater {
            model: root.view.options

            Rectangle {
                id: option

                required property var modelData
                required property int index
                readonly property bool correct: modelData.look === "right"
                readonly property bool wrong: modelData.look === "wrong"

                width: (Sheet.width - root.side - Sheet.margin - Theme.s3) / 2
                height: root.cell
                color: correct ? Theme.artRed : Theme.artPaper
                border.width: Theme.edge
                border.color: Theme.artInk
                opacity: wrong ? 0.55 : 1

                Song {
                    width: 110
                    height: parent.height
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: option.wrong ? "×" : "ABCDEFGH"[option.index]
                    font.pixelSize: 56
                    color: option.correct ? Theme.artPaper : Theme.artRed
                }

                Label {
                    x: 110
                    width: parent.width - x - Theme.s3
                    height: parent.height
                    verticalAlignment: Text.AlignVCenter
                    text: option.modelData.text
                    font.pixelSize: 44
                    font.strikeout: option.wrong
                    fontSizeMode: Text.Fit
                    minimumPixelSize: 26
                    wrapMode: Text.Wrap
                    elide: Text.ElideRight
                    color: option.correct ? Theme.artPaper : Theme.artInk
                }
            }
        }
    }

    Label {
        readonly property bool wanted: root.view.options.length === 0 || !root.view.touched

        visible: root.told && height > 50
        x: root.side
        y: options.y + (root.rows > 0 ? root.rows * (root.cell + Theme.s2) : 0) + Theme.s2
        width: Sheet.width - x - Sheet.margin
        height: team.y - y - Theme.s2
        text: [wanted ? qsTr("答案：%1").arg(root.view.answer) : "", root.view.explain].filter(t => t !== "").join("\n")
        font.pixelSize: 42
        fontSizeMode: Text.Fit
        minimumPixelSize: 28
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        color: root.words
    }

    Row {
        id: team

        y: Sheet.height - height
        width: parent.width
        height: 190

        Repeater {
            model: root.view.teams

            Rectangle {
                id: place

                required property var modelData
                required property int index

                width: Sheet.width / root.view.teams.length
                height: team.height
                color: modelData.now ? Theme.artRed : Theme.artInk
                opacity: modelData.out ? 0.6 : 1

                Rectangle {
                    width: parent.width
                    height: Theme.strip
                    color: place.modelData.leads ? Theme.artGold : Theme.artPaper
                }

                Label {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 28
                    text: place.modelData.out ? qsTr("第 %1 组 答过了").arg(place.index + 1) : qsTr("第 %1 组").arg(place.index + 1)
                    font.pixelSize: 36
                    color: Theme.artPaper
                }

                Song {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 72
                    text: place.modelData.score
                    font.pixelSize: 88
                    leading: 1.1
                    color: place.modelData.leads ? Theme.artGold : Theme.artPaper
                }
            }
        }
    }
}
