import QtQuick
import kiosk.design

// Song (serif) text: titles, names, numerals.
Text {
    font.family: Theme.song
    font.weight: Font.Bold
    font.pixelSize: Theme.h3
    color: Theme.ink
    textFormat: Text.PlainText
    renderType: Text.NativeRendering
    lineHeight: 1.25
}
