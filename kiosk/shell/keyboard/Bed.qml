pragma Singleton

import QtQuick
import kiosk.design

// Measures of the keyboard: a kraft bed with one row of candidates and four rows of keys.
// A key's cell is its face and half the gap on each side, so that a finger between two keys still hits one.
QtObject {
    readonly property bool wide: Theme.landscape
    readonly property int width: wide ? 1920 : 1080
    readonly property int edge: wide ? 20 : 20 // from the bed's edge to the first cell
    readonly property int above: wide ? Theme.s2 : 20 // over the candidates
    readonly property int candidate: wide ? 84 : 116
    readonly property int candidateWide: wide ? 168 : 150
    readonly property int arrow: Math.max(Theme.s6, Theme.touchFloor)
    readonly property int gapX: Theme.s1
    readonly property int gapY: wide ? Theme.s1 : Theme.s2
    readonly property int cell: Math.max(wide ? 92 : 140, Theme.touchFloor + gapY)
    readonly property int keysTop: above + candidate + (wide ? Theme.s1 : 18)
    readonly property int keys: cell * 4
    readonly property int below: wide ? Theme.s2 : 38
    readonly property int height: keysTop + keys + below
    readonly property int letter: 46
    readonly property int word: 36
    readonly property int glyph: 56
}
