import QtQuick
import kiosk.design

// The keyboard focus ring: 8 px of ink, 8 px outside its target.
Rectangle {
    required property Item target

    x: -Theme.strip * 2
    y: -Theme.strip * 2
    z: 10
    width: target.width + Theme.strip * 4
    height: target.height + Theme.strip * 4
    color: "transparent"
    border.width: Theme.strip
    border.color: Theme.ink
}
