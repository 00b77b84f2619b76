import QtQuick

// The top corner: a finger that rests there for three seconds knocks. What lies below is touched as ever.
Item {
    id: root

    property int hold: 3000

    signal knocked

    PointHandler {
        id: finger

        acceptedButtons: Qt.AllButtons
    }

    Timer {
        interval: root.hold
        running: finger.active && root.contains(finger.point.position)
        onTriggered: root.knocked()
    }
}
