pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.admin.parts
import kiosk.screens.admin.volume

// Volume and brightness: the value on the wall, less and more in the tray.
Item {
    id: root

    required property VolumeViewModel vm

    objectName: "volume"

    DeskScreen {
        anchors.fill: parent
        vm: root.vm
        editor: root.vm.canSet ? step : null
    }

    Component {
        id: step

        StepCell {
            shown: root.vm.level + " %"
            less: root.vm.level > (root.vm.chosen === "brightness" ? root.vm.darkest : 0)
            more: root.vm.level < 100
            onStepped: by => root.vm.step(by)
        }
    }

    ClipPlayer {
        file: root.vm.playing
        loudness: Theme.loudness
        onEnded: root.vm.played()
    }
}
