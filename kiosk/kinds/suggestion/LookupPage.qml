pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// A receipt is typed on keys of its own: only the characters that can be in one.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property string told: ({
            wrong: qsTr("有一个字抄错了，再对一对"),
            unknown: qsTr("这块屏上没有这条，到交的那块屏再看看"),
            looking: qsTr("正在找…")
        })[vm.lookup.verdict] ?? ""

    objectName: "suggestion.lookup"

    StepWall {
        vm: root.vm
        title: qsTr("输入回执编号")
        note: qsTr("九个字，没有数字 0、1，也没有字母 I、L、O。")
    }

    CodeCells {
        id: cells

        objectName: "suggestion.typed"
        x: root.wide ? root.edge : Theme.margin
        y: root.wide ? Theme.s6 : 440
        width: root.room
        code: root.vm.lookup.typed
        bad: root.vm.lookup.verdict === "wrong" || root.vm.lookup.verdict === "unknown"
    }

    Label {
        objectName: "suggestion.verdict"
        x: cells.x
        y: cells.y + cells.height + Theme.s3
        width: root.room
        text: root.told
        bold: true
        font.pixelSize: Theme.button
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        color: root.vm.lookup.verdict === "looking" ? Theme.ink2 : Theme.redDark
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }

    Grid {
        id: pad

        readonly property real cell: (root.room - Theme.s2 * 7) / 8
        readonly property real tall: Math.max(Theme.touchFloor, root.wide ? 112 : 128)

        x: root.edge
        y: root.wide ? 300 : Theme.handZone + Theme.s3
        columns: 8
        spacing: Theme.s2

        Repeater {
            model: root.vm.lookup.keys

            Pressable {
                id: key

                required property string modelData

                objectName: "suggestion.key." + modelData
                width: pad.cell
                height: pad.tall
                name: modelData
                onClicked: root.vm.lookup.press(modelData)

                Rectangle {
                    anchors.fill: parent
                    color: key.down ? Theme.ink : Theme.sheet
                    border.width: Theme.hairline
                    border.color: Theme.ink2
                }

                Label {
                    anchors.centerIn: parent
                    text: key.modelData
                    font.pixelSize: 52
                    color: key.down ? Theme.overInk : Theme.ink
                }
            }
        }

        Pressable {
            id: back

            objectName: "suggestion.erase"
            width: pad.cell
            height: pad.tall
            name: qsTr("删掉一个字")
            onClicked: root.vm.lookup.erase()

            Rectangle {
                anchors.fill: parent
                color: back.down ? Theme.ink : Theme.keyFunction
            }

            Icon {
                anchors.centerIn: parent
                name: "backspace-outline"
                size: 52
                color: back.down ? Theme.overInk : Theme.ink
            }
        }
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s2 : Theme.s5) * 2

        PushButton {
            objectName: "suggestion.clear"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: (root.room - Theme.s3) / 2
            height: Theme.control
            enabled: root.vm.lookup.typed !== ""
            text: qsTr("全部重输")
            onClicked: root.vm.lookup.eraseAll()
        }

        PushButton {
            objectName: "suggestion.home"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: (root.room - Theme.s3) / 2
            height: Theme.control
            text: qsTr("回到意见箱")
            onClicked: root.vm.home()
        }
    }
}
