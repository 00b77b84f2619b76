pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// Signing in: how, how many are here, and who came last.
Item {
    id: root

    property var step: ({})
    required property var view
    required property color words
    required property color accent

    readonly property int side: Sheet.margin + Theme.s8

    Label {
        x: root.side
        y: 110
        text: qsTr("签到")
        font.pixelSize: 48
        bold: true
        color: root.accent
    }

    Song {
        x: root.side
        y: 180
        width: 900
        text: root.step.display ?? qsTr("签到")
        font.pixelSize: 130
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 64
        wrapMode: Text.Wrap
        maximumLineCount: 2
        color: root.words
    }

    Label {
        x: root.side
        y: 540
        width: 860
        text: root.step.line || qsTr("报工号、刷卡，或者在名单上点名字。")
        font.pixelSize: 56
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        color: root.words
    }

    Song {
        id: number

        objectName: "live.attendance"
        anchors.right: parent.right
        anchors.rightMargin: Sheet.margin + 130
        y: 150
        text: root.view.attendance
        font.pixelSize: 360
        leading: 1.05
        color: root.accent
    }

    Label {
        anchors.left: number.right
        anchors.leftMargin: Theme.s3
        anchors.baseline: number.baseline
        text: qsTr("人")
        font.pixelSize: 64
        color: root.words
    }

    Grid {
        x: 1240
        y: 648
        columns: 2
        columnSpacing: Theme.s5
        rowSpacing: Theme.s2

        Repeater {
            model: root.view.newest

            Label {
                required property string modelData
                required property int index

                width: 250
                text: modelData
                font.pixelSize: 56
                bold: index === 0
                elide: Text.ElideRight
                color: index === 0 ? root.accent : root.words
            }
        }
    }
}
