pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// A riddle for the room: its face, the hints given, and at last the answer.
Item {
    id: root

    required property var view
    required property color words
    required property color accent

    readonly property int side: Sheet.margin + Theme.s8
    readonly property bool over: view.phase === "done"
    readonly property bool told: view.phase === "solved"

    Label {
        x: root.side
        y: 76
        text: root.over ? qsTr("灯谜猜完了") : qsTr("第 %1 条，共 %2 条").arg(root.view.number).arg(root.view.count)
        font.pixelSize: 44
        bold: true
        color: root.accent
    }

    Song {
        x: root.side
        y: 160
        width: Sheet.width - x - Sheet.margin
        height: 330
        verticalAlignment: Text.AlignVCenter
        text: root.over ? qsTr("猜中 %1 条").arg(root.view.solved) : root.view.face
        font.pixelSize: 130
        fontSizeMode: Text.Fit
        minimumPixelSize: 48
        wrapMode: Text.Wrap
        leading: 1.25
        color: root.words
    }

    Label {
        visible: !root.over
        x: root.side
        y: 506
        width: Sheet.width - x - Sheet.margin
        text: root.view.aim + (root.view.help !== "" ? "   " + root.view.help : "")
        font.pixelSize: 48
        elide: Text.ElideRight
        color: root.accent
    }

    Column {
        visible: !root.over && !root.told
        x: root.side
        y: 610
        width: Sheet.width - x - Sheet.margin
        spacing: Theme.s3

        Repeater {
            model: root.view.hints

            Label {
                required property string modelData
                required property int index

                width: Sheet.width - root.side - Sheet.margin
                text: qsTr("提示 %1：%2").arg(index + 1).arg(modelData)
                font.pixelSize: 48
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                color: root.words
            }
        }
    }

    Rectangle {
        visible: root.told && !root.over
        x: root.side
        y: 610
        width: Sheet.width - x - Sheet.margin
        height: 330
        color: Theme.artRed

        Song {
            x: Theme.s5
            y: Theme.s3
            width: parent.width - x * 2
            text: root.view.answer
            font.pixelSize: 120
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 60
            leading: 1.15
            color: Theme.artPaper
        }

        Label {
            x: Theme.s5
            y: 186
            width: parent.width - x * 2
            height: parent.height - y - Theme.s2
            text: root.view.how
            font.pixelSize: 42
            fontSizeMode: Text.Fit
            minimumPixelSize: 28
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            color: Theme.artPaper
        }
    }
}
