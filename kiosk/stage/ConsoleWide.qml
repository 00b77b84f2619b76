pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The speaker's console on a wide screen: the slide is biggest, 下一页 is red and widest, time left is at the right.
Item {
    id: root

    required property StageViewModel vm

    readonly property int splitX: 1272
    readonly property int floor: height - tools.height
    readonly property bool live: vm.live.panel !== ""

    Label {
        x: Theme.margin
        y: Theme.s4
        width: 1128 - clock.width - Theme.s3
        text: qsTr("观众正看着  第 %1 页，共 %2 页").arg(root.vm.seen + 1).arg(root.vm.count)
        bold: true
        elide: Text.ElideRight
    }

    Label {
        id: clock

        x: Theme.margin + 1128 - width
        y: Theme.s4
        text: (root.vm.two ? qsTr("大屏已连上") : qsTr("只有一块屏")) + "   " + root.vm.clockText
        color: Theme.ink2
    }

    Preview {
        id: preview

        x: Theme.margin
        y: Theme.s7
        width: root.live ? (keys.y - y - Theme.s3 * 2 - panel.high) * Sheet.width / Sheet.height : 1128
        vm: root.vm
    }

    LiveHead {
        visible: root.live
        x: preview.x + preview.width + Theme.s4
        y: preview.y
        width: Theme.margin + 1128 - x
        height: preview.height
        vm: root.vm
    }

    Loader {
        id: panel

        readonly property real high: item?.implicitHeight ?? 0 // qmllint disable missing-property

        active: root.live
        visible: root.vm.live.target === "" && root.vm.panel === ""
        x: Theme.margin
        y: keys.y - high - Theme.s3
        width: 1128
        height: high
        sourceComponent: LivePanel {
            vm: root.vm
        }
    }

    MediaStrip {
        visible: root.vm.medium
        x: Theme.margin
        y: preview.y + preview.height - height
        width: preview.width
        vm: root.vm
    }

    MainKeys {
        id: keys

        readonly property int top0: Theme.s7 + 1128 * Sheet.height / Sheet.width

        x: Theme.margin
        y: top0 + (root.floor - top0 - height) / 2
        width: 1128
        vm: root.vm
    }

    Rectangle {
        x: root.splitX
        width: parent.width - x
        height: root.floor
        color: Theme.kraft
    }

    Item {
        id: side

        x: root.splitX + Theme.s5
        width: parent.width - x - Theme.s5
        height: root.floor

        WatchFace {
            id: watch

            y: Theme.s4
            width: parent.width
            vm: root.vm
        }

        Label {
            id: nextLabel

            y: watch.y + watch.height - Theme.s2
            text: qsTr("下一页")
            bold: true
        }

        NextSlide {
            id: next

            y: nextLabel.y + nextLabel.height + Theme.s2
            width: 300
            vm: root.vm
        }

        Column {
            x: 300 + Theme.s3
            y: next.y
            width: parent.width - x
            spacing: Theme.s1

            Label {
                width: parent.width
                text: root.vm.following.title ?? ""
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                font.pixelSize: Theme.meta
            }

            Label {
                width: parent.width
                text: qsTr("这一步\n%1").arg(root.vm.stepText)
                font.pixelSize: Theme.meta
                color: Theme.ink2
                elide: Text.ElideRight
            }
        }

        Rectangle {
            id: rule

            y: next.y + next.height + Theme.s3
            width: parent.width
            height: Theme.section
            color: Theme.ink
        }

        NotesPane {
            y: rule.y + Theme.s3
            width: parent.width
            height: parent.height - y
            vm: root.vm
        }
    }

    Label {
        visible: root.vm.warning !== ""
        x: Theme.margin
        y: root.floor - height - Theme.s1
        width: 1128
        text: root.vm.warning
        color: Theme.redDark
        elide: Text.ElideRight
        font.pixelSize: Theme.small
    }

    Loader {
        active: root.vm.panel === "list"
        width: root.splitX
        height: root.floor
        sourceComponent: StepList {
            vm: root.vm
        }
    }

    Loader {
        id: leave

        active: root.vm.panel === "leave"
        y: root.floor - height
        width: parent.width
        sourceComponent: LeaveSheet {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.live.listLevel !== ""
        width: root.splitX
        height: root.floor
        sourceComponent: ListSheet {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.live.target !== ""
        y: root.floor - height
        width: root.splitX
        sourceComponent: PadSheet {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.panel === "live"
        y: root.floor - height
        width: parent.width
        sourceComponent: LiveSheet {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.panel === "sound"
        y: root.floor - height
        width: parent.width
        sourceComponent: SoundSheet {
            check: root.vm.sound
            onClosed: root.vm.openPanel("")
        }
    }

    ToolRow {
        id: tools

        y: parent.height - height
        width: parent.width
        vm: root.vm
    }
}
