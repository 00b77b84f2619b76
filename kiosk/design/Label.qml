import QtQuick
import kiosk.design

// Sans text: everything that is not a title.
Text {
    property bool bold: false

    font.family: Theme.sans
    font.weight: bold ? Font.Bold : Font.Normal
    font.pixelSize: Theme.label
    color: Theme.ink
    textFormat: Text.PlainText
    renderType: Text.NativeRendering
}
