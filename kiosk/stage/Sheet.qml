pragma Singleton

import QtQuick
import kiosk.design

// The sheet that slides are set on: 1920 x 1080 logical pixels whatever the screen, in the colours of posters, by day and night.
QtObject {
    readonly property int width: 1920
    readonly property int height: 1080
    readonly property int margin: 144
    readonly property int headY: 84
    readonly property int head: 84
    readonly property int bodyY: 300
    readonly property int bodyHeight: 640
    readonly property int slide: 260
    readonly property int line: 66
    readonly property int foot: 36
    readonly property int caption: 40
    readonly property int column: 744
    readonly property int artX: 1140
    readonly property int pen: 9
    readonly property int marker: 40
    readonly property int pointer: 40

    function ground(name: string): color {
        return name === "blue" ? Theme.artBlue : name === "red" ? Theme.artRed : name === "ink" ? Theme.artInk : Theme.artPaper;
    }

    function dark(name: string): bool {
        return name === "blue" || name === "red" || name === "ink";
    }

    function words(name: string): color {
        return dark(name) ? Theme.artPaper : Theme.artInk;
    }

    function accent(name: string): color {
        return dark(name) ? Theme.artGold : Theme.artRed;
    }
}
