pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.design.video

// A sound or a film of an entry: one button plays and pauses it. The player comes with the first touch.
Item {
    id: root

    required property url source
    required property bool video
    required property bool software
    property url tile
    property string number: ""
    property string words: ""
    property bool wanted: false
    readonly property var player: (surface.item as VideoSurface)?.player ?? null
    // qmllint disable missing-property
    readonly property bool running: player !== null && player.playing
    readonly property int at: player !== null ? player.position : 0
    readonly property int length: player !== null ? player.duration : 0
    readonly property bool failed: player !== null && player.error !== 0

    signal played(bool on)

    function toggle(): void {
        wanted = true;
        if (player === null)
            return;
        if (player.playing)
            player.pause();
        else
            player.play();
    }

    function clock(ms: int): string {
        const s = Math.floor(ms / 1000);
        return Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0");
    }

    onRunningChanged: root.played(running)
    onPlayerChanged: {
        if (player !== null) {
            player.source = root.source;
            player.play();
        }
    }
    // qmllint enable missing-property

    Rectangle {
        anchors.fill: parent
        color: Theme.artInk
    }

    EntryArt {
        anchors.fill: parent
        visible: !root.video || !root.wanted || root.failed
        tile: root.tile
        number: root.number
        words: root.words
    }

    Loader {
        id: surface

        anchors.fill: parent
        active: root.wanted
        sourceComponent: VideoSurface {
            software: root.software
            video: root.video
        }
    }
}
