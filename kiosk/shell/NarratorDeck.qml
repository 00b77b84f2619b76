import QtQuick
import QtMultimedia
import kiosk.design
import kiosk.sdk

// The player behind the narrator.
Item {
    id: root

    required property Narrator narrator
    property int wanted: -1 // a place asked for before the file could be sought in

    Component.onCompleted: {
        wanted = narrator.position > 0 ? narrator.position : -1;
        if (narrator.playing)
            player.play();
    }

    MediaPlayer {
        id: player

        source: root.narrator.source
        playbackRate: root.narrator.rate
        audioOutput: AudioOutput {
            volume: Theme.loudness
        }
        onPositionChanged: if (root.wanted < 0)
            root.narrator.moved(player.position)
        onSeekableChanged: {
            if (player.seekable && root.wanted >= 0) {
                player.position = root.wanted;
                root.wanted = -1;
            }
        }
        onMediaStatusChanged: if (player.mediaStatus === MediaPlayer.EndOfMedia)
            root.narrator.ended()
        onErrorOccurred: (error, message) => root.narrator.broken(message)
    }

    Connections {
        target: root.narrator

        function onPlayRequested(): void {
            player.play();
        }

        function onPauseRequested(): void {
            player.pause();
        }

        function onStopRequested(): void {
            root.wanted = -1;
            player.stop();
        }

        function onSeekRequested(ms: int): void {
            if (player.seekable)
                player.position = ms;
            else
                root.wanted = ms;
        }
    }
}
