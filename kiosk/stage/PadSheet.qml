import QtQuick
import kiosk.design
import kiosk.kinds.quiz as Quiz
import kiosk.stage

// The number pad of the speaker: a worker number, or how many.
Rectangle {
    id: root

    required property StageViewModel vm

    readonly property bool signs: vm.live.target === "sign"

    implicitHeight: 560
    color: Theme.kraft

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    MouseArea {
        anchors.fill: parent
    }

    Column {
        x: Theme.margin
        y: Theme.s5
        width: pad.x - x - Theme.s4
        spacing: Theme.s3

        Label {
            width: parent.width
            text: root.signs ? qsTr("工号") : qsTr("多少")
            color: Theme.ink2
        }

        Song {
            objectName: "live.typed"
            width: parent.width
            text: root.vm.live.typed || "—"
            font.pixelSize: Theme.h1
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 40
            font.features: ({
                    "tnum": 1
                })
        }

        Label {
            width: parent.width
            text: root.vm.live.said
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Row {
            spacing: Theme.s3

            PushButton {
                objectName: "live.done"
                tone: "ink"
                width: 230
                enabled: root.vm.live.typed !== ""
                text: root.signs ? qsTr("签到") : qsTr("就这些")
                onClicked: root.vm.live.press("done")
            }

            PushButton {
                objectName: "live.away"
                width: 170
                text: qsTr("收起")
                onClicked: root.vm.live.ask(root.vm.live.target)
            }
        }
    }

    Quiz.NumberPad {
        id: pad

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.s4
        width: Math.min(480, root.width * 0.45)
        height: root.height - Theme.s4 * 2
        point: false
        onPressed: key => root.vm.live.press(key)
    }
}
