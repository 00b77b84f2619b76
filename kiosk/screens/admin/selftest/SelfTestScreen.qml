pragma ComponentBehavior: Bound

import QtQuick
import kiosk.screens.admin.parts
import kiosk.screens.admin.selftest

// The self-test: a list of tests; two of them cover the page.
Item {
    id: root

    required property SelfTestViewModel vm

    objectName: "selftest"

    DeskScreen {
        anchors.fill: parent
        visible: root.vm.cover === ""
        vm: root.vm
    }

    Loader {
        anchors.fill: parent
        active: root.vm.cover === "touch"
        sourceComponent: TouchTest {
            points: root.vm.points
            onDone: hit => root.vm.touchDone(hit)
        }
    }

    Loader {
        anchors.fill: parent
        active: root.vm.cover === "colours"
        sourceComponent: ColourTest {
            onDone: root.vm.coloursSeen()
        }
    }

    ClipPlayer {
        file: root.vm.playing
        onEnded: well => root.vm.played(well)
    }
}
