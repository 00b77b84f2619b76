import QtQuick
import QtMultimedia

// One file, played once. What neither ends nor fails in time cannot be played.
Item {
    id: root

    required property url file
    required property real loudness
    property bool told: false
    property bool well: false

    signal ended(bool well)

    function tell(good: bool): void {
        if (!told) {
            well = good;
            told = true;
        }
    }

    // Later: whoever hears it puts this deck away, and the player must not go while it speaks.
    Timer {
        interval: 0
        running: root.told
        onTriggered: root.ended(root.well)
    }

    VideoOutput {
        id: picture

        anchors.fill: parent
    }

    MediaPlayer {
        source: root.file
        audioOutput: AudioOutput {
            volume: root.loudness
        }
        videoOutput: picture // pictures are decoded only for somebody
        onMediaStatusChanged: {
            if (mediaStatus === MediaPlayer.EndOfMedia)
                root.tell(true);
            else if (mediaStatus === MediaPlayer.InvalidMedia)
                root.tell(false);
        }
        onErrorOccurred: root.tell(false)
        Component.onCompleted: play()
    }

    Timer {
        interval: 6000
        running: !root.told
        onTriggered: root.tell(false)
    }
}
