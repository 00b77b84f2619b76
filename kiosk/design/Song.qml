import QtQuick
import kiosk.design

// Song (serif) text: titles, names, numerals.
Text {
    property real leading: 1.25 // distance of lines in units of the size

    font.family: Theme.song
    font.weight: Font.Bold
    font.pixelSize: Theme.h3
    color: Theme.ink
    textFormat: Text.PlainText
    renderType: Text.NativeRendering
    lineHeight: leading / 1.437 // the face's own line is 1.437 em
}
