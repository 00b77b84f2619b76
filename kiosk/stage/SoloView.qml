pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// One screen for the audience and the speaker: the slide, and a console that comes up over it.
Item {
    id: root

    required property StageViewModel vm

    readonly property bool tall: height > width
    readonly property real sheetHeight: width * Sheet.height / Sheet.width

    AudienceScene {
        id: scene

        objectName: "audience"
        width: root.width
        height: root.height - (root.tall ? 0 : sheet.height) // the audience goes on reading above the console
        vm: root.vm
        sheetY: root.tall ? Math.min((height - Sheet.height * fit) / 2, Theme.s8) : (height - Sheet.height * fit) / 2
    }

    TouchPad {
        objectName: "solo.pad"
        x: scene.sheetX
        y: scene.sheetY
        width: Sheet.width * scene.fit
        height: Sheet.height * scene.fit
        vm: root.vm
        part: root.vm.region
        swipes: true
        onRaised: root.vm.setRaised(true)
        onTapped: root.vm.setRaised(!root.vm.raised)
    }

    BuzzZones {
        id: zones

        x: scene.sheetX
        y: scene.sheetY + (Sheet.height - 190) * scene.fit
        width: Sheet.width * scene.fit
        height: 190 * scene.fit
        vm: root.vm
    }

    Pressable {
        objectName: "solo.pull"
        visible: !root.vm.raised
        anchors.horizontalCenter: parent.horizontalCenter
        y: (zones.visible ? Math.min(zones.y, root.height) : root.height) - height // a buzzer is all of its zone
        width: 240
        height: Theme.touchFloor + Theme.s2
        name: qsTr("讲者台")
        onClicked: root.vm.setRaised(true)

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height - height - Theme.s1
            width: 160
            height: Theme.s1
            color: Theme.artGold
        }
    }

    Loader {
        id: sheet

        active: root.vm.raised
        height: item?.implicitHeight ?? 0 // qmllint disable missing-property
        y: parent.height - height
        width: parent.width
        sourceComponent: SoloConsole {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.raised && root.vm.panel === "list"
        width: parent.width
        y: root.tall ? root.sheetHeight + Theme.s8 : 0
        height: parent.height - y
        sourceComponent: StepList {
            vm: root.vm
        }
    }

    Loader {
        active: root.vm.raised && root.vm.live.listLevel !== ""
        width: parent.width
        y: root.tall ? root.sheetHeight + Theme.s8 : 0
        height: parent.height - y
        sourceComponent: ListSheet {
            vm: root.vm
        }
    }

    Rectangle {
        id: notes

        objectName: "solo.reading"
        visible: sheet.item !== null && sheet.item.reading // qmllint disable missing-property
        width: parent.width
        y: root.tall ? scene.sheetY + root.sheetHeight : 0
        height: parent.height - sheet.height - y
        color: Theme.kraft

        NotesPane {
            x: Theme.margin
            y: Theme.s4
            width: parent.width - x * 2
            height: parent.height - y * 2
            vm: root.vm
        }
    }
}
