pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.shell
import kiosk.state

// Over everything: the dark of a sleeping screen, the dusk of a waiting one, and the lock while the glass is wiped.
Item {
    id: root

    required property ScreenLife life

    Rectangle {
        objectName: "curtain"
        anchors.fill: parent
        visible: root.life.dark || root.life.dim > 0
        opacity: root.life.dark ? 1 : root.life.dim
        color: Theme.dark
    }

    Loader {
        anchors.fill: parent
        active: root.life.cleaning > 0
        sourceComponent: Wiping {
            seconds: root.life.cleaning
            of: root.life.cleaningSeconds
        }
    }
}
