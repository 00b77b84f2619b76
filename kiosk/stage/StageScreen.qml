pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The kiosk's own window during a lecture: the console, or with one screen the slide itself.
FocusScope {
    id: root

    required property StageViewModel vm

    objectName: "stage"
    focus: true
    Component.onCompleted: forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    MouseArea {
        anchors.fill: parent // nothing reaches the pages underneath
    }

    Loader {
        anchors.fill: parent
        active: !root.vm.two
        sourceComponent: SoloView {
            vm: root.vm
        }
    }

    Loader {
        anchors.fill: parent
        active: root.vm.two && Theme.landscape
        sourceComponent: ConsoleWide {
            vm: root.vm
        }
    }

    Loader {
        anchors.fill: parent
        active: root.vm.two && !Theme.landscape
        sourceComponent: ConsoleTall {
            vm: root.vm
        }
    }
}
