pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The console on an upright screen: looked at above, touched below.
Item {
    id: root

    required property StageViewModel vm

    readonly property int floor: height - tools.height
    readonly property int inner: width - Theme.margin * 2

    Label {
        x: Theme.margin
        y: Theme.s4
        width: root.inner - clock.width - Theme.s3
        text: qsTr("观众正看着  第 %1 页，共 %2 页").arg(root.vm.seen + 1).arg(root.vm.count)
        bold: true
        elide: Text.ElideRight
    }

    Label {
        id: clock

        anchors.right: preview.right
        y: Theme.s4
        text: (root.vm.two ? qsTr("大屏已连上") : qsTr("只有一块屏")) + "   " + root.vm.clockText
        color: Theme.ink2
    }

    Preview {
        id: preview

        x: Theme.margin
        y: Theme.s7
        width: root.inner
        vm: root.vm
    }

    Item {
        id: facts

        x: Theme.margin
        y: preview.y + preview.height + Theme.s3
        width: root.inner
        height: 280

        WatchFace {
            width: 480
            size: 150
            vm: root.vm
        }

        Label {
            id: nextLabel

            x: 528
            text: qsTr("下一页")
            bold: true
        }

        Label {
            anchors.right: parent.right
            text: qsTr("这一步 %1").arg(root.vm.stepText)
            font.pixelSize: Theme.meta
            color: Theme.ink2
        }

        NextSlide {
            x: 528
            y: nextLabel.height + Theme.s2
            width: parent.width - x
            vm: root.vm
        }
    }

    Rectangle {
        y: facts.y + facts.height + Theme.s3
        width: parent.width
        height: keys.y - y - Theme.s3
        color: Theme.kraft

        Loader {
            id: panel

            active: root.vm.live.panel !== ""
            visible: root.vm.live.target === ""
            x: Theme.margin
            y: Theme.s3
            width: root.inner
            sourceComponent: Column {
                spacing: Theme.s2

                LivePanel {
                    width: root.inner
                    vm: root.vm
                }

                LiveHead {
                    visible: height > Theme.s7
                    width: root.inner
                    height: Math.max(0, panel.parent.height - panel.y * 2 - y)
                    noted: true
                    vm: root.vm
                }
            }
        }

        NotesPane {
            visible: !panel.active
            x: Theme.margin
            y: Theme.s3
            width: root.inner
            height: parent.height - y - Theme.s2 - (strip.visible ? strip.height : 0)
            vm: root.vm
        }

        MediaStrip {
            id: strip

            visible: root.vm.medium
            x: Theme.margin - Theme.s2
            y: parent.height - height
            width: root.inner + Theme.s2 * 2
            vm: root.vm
        }
    }

    MainKeys {
        id: keys

        x: Theme.margin
        y: root.floor - height - Theme.s4
        width: root.inner
        vm: root.vm
    }

    Label {
        visible: root.vm.warning !== ""
        x: Theme.margin
        y: root.floor - height
        width: root.inner
        text: root.vm.warning
        color: Theme.redDark
        elide: Text.ElideRight
        font.pixelSize: Theme.small
    }

    Loader {
        active: root.vm.panel === "list"
        y: facts.y
        width: parent.width
        height: root.floor - y
        sourceComponent: StepList {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.panel === "leave"
        y: root.floor - height
        width: parent.width
        sourceComponent: LeaveSheet {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.live.listLevel !== ""
        y: facts.y
        width: parent.width
        height: root.floor - y
        sourceComponent: ListSheet {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.live.target !== ""
        y: root.floor - height
        width: parent.width
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
