pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.design.video
import kiosk.kinds.segment

// The film, or its poster until the first frame. The room's tag hangs over the poster and goes up while the film runs.
Item {
    id: root

    required property SegmentViewModel vm

    readonly property bool running: vm.pictured && vm.phase === "playing"

    clip: true

    Loader {
        anchors.fill: parent
        active: root.vm.surface
        sourceComponent: VideoSurface {
            software: root.vm.software
            video: root.vm.video
            onPlayerChanged: {
                if (player)
                    root.vm.attach(player);
            }
        }
    }

    ArtFrame {
        anchors.fill: parent
        visible: root.vm.video && !root.vm.pictured
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.title.charAt(0)
    }

    Loader {
        anchors.fill: parent
        active: !root.vm.video
        sourceComponent: SoundWall {
            vm: root.vm
        }
    }

    Rectangle {
        visible: Theme.night
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.line
        border.color: Theme.ink
    }

    HangingTag {
        x: Theme.margin
        y: root.running ? -height - Theme.s3 : 0
        text: root.vm.tag
        overArt: true

        Behavior on y {
            NumberAnimation {
                duration: Theme.drop
                easing.type: Easing.OutQuart
            }
        }
    }
}
