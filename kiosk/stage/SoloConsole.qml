pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// One screen: what comes up over the slide. Notes only while the finger holds their button: the audience reads along.
Rectangle {
    id: root

    required property StageViewModel vm

    readonly property int inner: width - Theme.margin * 2
    readonly property bool reading: peek.down
    readonly property bool narrow: width < 1400
    readonly property bool beside: panel.active && !narrow // the keys stand beside what is done with the audience
    readonly property int floor: height - tools.height
    readonly property real panelHeight: panel.active ? Math.max(panel.height, beside ? keys.height : 0) + Theme.s3 : 0
    readonly property real keysHeight: beside ? 0 : keys.height + Theme.s3

    implicitHeight: Theme.s3 * 2 + row.height + tools.height + (strip.visible ? strip.height + Theme.s2 : 0) + panelHeight + keysHeight
    color: Theme.kraft

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    MouseArea {
        anchors.fill: parent // what is not a button does not reach the slide
    }

    Item {
        id: row

        x: Theme.margin
        y: Theme.s3
        width: root.inner
        height: Theme.control

        WatchLine {
            height: parent.height
            width: parent.width - peek.width - away.width - Theme.s3 * 2
            vm: root.vm
        }

        PushButton {
            id: peek

            objectName: "solo.notes"
            anchors.right: away.left
            anchors.rightMargin: Theme.s3
            width: root.narrow ? 270 : 320
            icon: root.narrow ? "" : "eye-outline"
            text: qsTr("按住看备注")
        }

        PushButton {
            id: away

            objectName: "solo.away"
            anchors.right: parent.right
            width: root.narrow ? 170 : 260
            icon: root.narrow ? "" : "chevron-down"
            text: qsTr("收起")
            onClicked: root.vm.setRaised(false)
        }
    }

    MediaStrip {
        id: strip

        visible: root.vm.medium
        x: Theme.margin - Theme.s2
        y: row.y + row.height + Theme.s2
        width: root.inner + Theme.s2 * 2
        vm: root.vm
    }

    Loader {
        id: panel

        active: root.vm.live.panel !== ""
        x: Theme.margin
        y: row.y + row.height + Theme.s3
        width: root.beside ? root.inner * 0.62 : root.inner
        height: active ? item?.implicitHeight ?? 0 : 0 // qmllint disable missing-property
        sourceComponent: LivePanel {
            vm: root.vm
            secret: false
        }
    }

    MainKeys {
        id: keys

        x: root.beside ? panel.x + panel.width + Theme.s5 : Theme.margin
        y: root.floor - height - Theme.s3
        width: root.beside ? root.inner - panel.width - Theme.s5 : root.inner
        paired: root.beside
        vm: root.vm
    }

    ToolRow {
        id: tools

        y: root.height - height
        width: parent.width
        vm: root.vm
    }

    component Over: Loader {
        readonly property real high: item?.implicitHeight ?? 0 // qmllint disable missing-property

        y: Math.min(Theme.section, root.floor - high) // nothing looks out above it
        width: root.width
        height: root.floor - y
    }

    Over {
        active: root.vm.live.target !== ""
        sourceComponent: PadSheet {
            vm: root.vm
        }
    }

    Over {
        active: root.vm.panel === "live"
        sourceComponent: LiveSheet {
            vm: root.vm
        }
    }

    Over {
        active: root.vm.panel === "sound"
        sourceComponent: SoundSheet {
            check: root.vm.sound
            onClosed: root.vm.openPanel("")
        }
    }

    Over {
        active: root.vm.panel === "leave"
        sourceComponent: LeaveSheet {
            vm: root.vm
        }
    }
}
