import QtQuick
import kiosk.design

// The one number on the wall. `figureTop` is where its figures begin, which is not where its line does.
Song {
    property real shrink: 1
    property real figureTop: 92

    y: figureTop - 0.41 * font.pixelSize
    width: implicitWidth
    font.pixelSize: Math.round(Theme.numeral * shrink * (text.length > 2 ? 0.6 : text.length > 1 ? 0.8 : 1))
    font.features: {
        "lnum": 1
    }
    color: Theme.red
    leading: 1.1
    Accessible.ignored: true
}
