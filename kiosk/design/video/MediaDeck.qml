import QtQuick
import QtMultimedia
import kiosk.design
import kiosk.design.video

// Player, sound and sink are made here and not in Python: FFmpeg's threads call their virtual `disconnectNotify` while they
// hold Qt's signal locks, and in an object made by Python that waits for the interpreter lock. The GUI thread, holding it
// and waiting for such a lock, would stand still for ever.
Item {
    id: root

    required property VideoSurface surface
    required property bool software
    required property bool video

    Component.onCompleted: surface.player = core

    MediaPlayer {
        id: core

        audioOutput: AudioOutput {
            volume: Theme.loudness
        }
        videoOutput: root.video ? output : null
    }

    VideoOutput {
        id: output

        anchors.fill: parent
        visible: root.video && !root.software
        fillMode: VideoOutput.PreserveAspectFit
        endOfStreamPolicy: VideoOutput.KeepLastFrame
    }

    Loader {
        anchors.fill: parent
        active: root.video && root.software
        Component.onCompleted: setSource("PaintedSurface.qml", {
            sink: output.videoSink
        })
    }
}
