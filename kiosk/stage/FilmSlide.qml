pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.design.video
import kiosk.stage

// A film. On the audience's screen it plays, and its first picture is there before it is wanted; a console tells of it.
SlideBase {
    id: root

    property QtObject player: null

    readonly property bool failed: root.reel !== null && root.reel.phase === "failed"

    color: Theme.artInk
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
        anchors.fill: parent
        active: root.reel !== null
        visible: !root.failed
        sourceComponent: VideoSurface {
            software: root.vm.software
            onPlayerChanged: {
                root.player = player;
                if (player)
                    root.reel.attach(player, root.step.index, root.step.media, root.step.startMs, root.step.stopMs, true);
            }
        }
    }

    Row {
        anchors.centerIn: parent
        visible: root.reel === null
        spacing: Theme.s5

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "movie-open-outline"
            size: Theme.state
            color: Theme.artGold
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s3

            Song {
                width: 1200
                text: root.step.title
                font.pixelSize: Sheet.head
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                color: Theme.artPaper
            }

            Label {
                width: 1200
                visible: text !== ""
                text: root.step.line
                font.pixelSize: Sheet.caption
                wrapMode: Text.Wrap
                color: Theme.artPaper
            }
        }
    }

    Loader {
        active: root.failed
        sourceComponent: GapSlide {
            step: root.step
            vm: root.vm
        }
    }
}
