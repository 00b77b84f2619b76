import QtQuick
import kiosk.design

// A kraft tray that stands on the skirting and holds what can be done.
Rectangle {
    color: Theme.kraft

    // A tray swallows touches between its controls: nothing under it is pressed by accident.
    MouseArea {
        anchors.fill: parent
        z: -1
    }
}
