import QtQuick
import kiosk.design

// Sans text: everything that is not a title.
Text {
    property bool bold: false

    font.family: Theme.sans
    font.weight: bold ? Font.Bold : Font.Normal
    font.pixelSize: Theme.label
    font.features: Theme.latin ? {
        "palt": 1
    } : {}
    color: Theme.ink
    textFormat: Text.PlainText
    renderType: Text.NativeRendering
}
