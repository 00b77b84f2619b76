import QtQuick
import kiosk.design

// How far something is: a straight bar. Always said in words beside it, too.
Rectangle {
    id: root

    property real fraction: 0
    property color fill: Theme.red

    implicitHeight: 40
    color: Theme.track

    Rectangle {
        width: Math.round(parent.width * Math.max(0, Math.min(1, root.fraction)))
        height: parent.height
        color: root.fill
    }

    Accessible.role: Accessible.ProgressBar
    Accessible.name: Math.round(fraction * 100) + " %"
}
