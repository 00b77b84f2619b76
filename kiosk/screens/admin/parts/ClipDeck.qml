import QtQuick
import QtMultimedia

// One file, played once. What neither ends nor fails in time cannot be played.
Item {
    id: root

    required property url clip
    property bool told: false

    signal ended(bool well)

    function tell(well: bool): void {
        if (!told) {
            told = true;
            Qt.callLater(() => root.ended(well));
        }
    }

    MediaPlayer {
        source: root.clip
        audioOutput: AudioOutput {}
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
