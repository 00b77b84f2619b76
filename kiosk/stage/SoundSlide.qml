pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.design.video
import kiosk.stage

// Something to listen to: its title, and how far it is.
SlideBase {
    id: root

    property QtObject player: null

    function settle(): void {
        root.ready = root.reel === null || (root.reel.phase !== "loading" && root.reel.phase !== "idle");
    }

    Component.onCompleted: settle()
    Component.onDestruction: {
        if (root.reel !== null && root.player !== null)
            root.reel.leave(root.player);
    }

    ready: false

    Connections {
        target: root.reel

        function onPhaseChanged(): void {
            root.settle();
        }
    }

    Loader {
        active: root.reel !== null
        sourceComponent: VideoSurface {
            software: root.vm.software
            video: false
            onPlayerChanged: {
                root.player = player;
                if (player)
                    root.reel.attach(player, root.step.index, root.step.media, root.step.startMs, root.step.stopMs, false);
            }
        }
    }

    SlideTag {
        x: 96
        text: root.step.tag
        onRed: root.step.ground === "red"
    }

    Song {
        x: Sheet.margin + Theme.s8
        y: 330
        width: Sheet.width - x - Sheet.margin
        text: root.step.display
        font.pixelSize: 140
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 60
        wrapMode: Text.Wrap
        maximumLineCount: 3
        color: root.words
    }

    Label {
        x: Sheet.margin + Theme.s8
        y: 760
        width: Sheet.width - x - Sheet.margin
        text: root.step.line
        font.pixelSize: Sheet.line
        elide: Text.ElideRight
        color: root.words
    }

    Rectangle {
        visible: root.reel === null || root.reel.phase !== "failed"
        x: Sheet.margin + Theme.s8
        y: 920
        width: Sheet.width - x - Sheet.margin
        height: Theme.s2
        color: Theme.track

        Rectangle {
            width: root.reel !== null && root.reel.duration > 0 ? parent.width * Math.min(1, root.reel.position / root.reel.duration) : 0
            height: parent.height
            color: root.accent
        }
    }
}
