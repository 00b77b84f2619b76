import QtQuick
import kiosk.design

// A small mark of a room, from assets/marks.
Image {
    required property string name
    property int size: 68

    width: size
    height: size
    sourceSize: Qt.size(size * Theme.scale, size * Theme.scale)
    source: name ? Assets.mark(name, Theme.night) : ""
    Accessible.ignored: true
}
