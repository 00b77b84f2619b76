import QtQuick
import kiosk.stage

// What all slides share. `reel` is null on a console: there a film is told, not played.
Rectangle {
    id: root

    required property var step
    required property StageViewModel vm
    property Reel reel: null

    property bool ready: true
    readonly property color words: Sheet.words(step.ground)
    readonly property color accent: Sheet.accent(step.ground)

    width: Sheet.width
    height: Sheet.height
    color: Sheet.ground(step.ground)
    clip: true
}
