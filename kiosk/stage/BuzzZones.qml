pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// On a glass that is touched: each team's part of the score board is its buzzer.
Row {
    id: root

    required property StageViewModel vm

    readonly property var view: vm.live.own
    readonly property bool awake: (view.phase ?? "") === "armed" && vm.screen === "show" && !vm.held && !vm.zoomed

    visible: awake

    Repeater {
        model: root.awake ? root.view.teams : []

        Pressable {
            required property var modelData
            required property int index

            objectName: "live.zone." + index
            width: root.width / root.view.teams.length
            height: root.height
            enabled: !modelData.out
            name: qsTr("第 %1 组").arg(index + 1)
            ring: false
            onClicked: root.vm.live.act("buzz", index)
        }
    }
}
