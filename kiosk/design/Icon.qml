import QtQuick
import kiosk.design

// One glyph of the icon font that ships inside qtawesome.
Text {
    property string name: ""
    property int size: 48

    width: size
    height: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    text: name ? Icons.glyph(name) : ""
    font.family: Icons.family
    font.pixelSize: size
    color: Theme.ink
    renderType: Text.NativeRendering
    Accessible.ignored: true
}
