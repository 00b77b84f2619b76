import QtQuick
import QtMultimedia
import kiosk.design.video
import kiosk.kinds.lesson

// The lesson's own film on its wall. It goes away by itself when it has ended.
VideoSurface {
    id: root

    required property LessonViewModel vm

    readonly property MediaPlayer film: player as MediaPlayer

    objectName: "lesson.film"
    software: vm.software
    onPlayerChanged: {
        const deck = player as MediaPlayer; // `film` may not have heard yet
        if (deck) {
            deck.source = vm.step.filmUrl;
            deck.play();
        }
    }
    Component.onDestruction: film?.stop()

    Connections {
        target: root.film

        function onErrorOccurred(): void {
            Qt.callLater(root.vm.step.filmFailed);
        }

        function onMediaStatusChanged(): void {
            if (root.film.mediaStatus === MediaPlayer.EndOfMedia)
                Qt.callLater(root.vm.step.playFilm, false);
        }
    }
}
