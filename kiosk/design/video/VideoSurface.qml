import QtQuick
import kiosk.design

// A film and its player: letter-boxed on ink, the last frame held. Same picture with and without a GPU: `VideoOutput` stays
// black under the software renderer, so there a painted item takes the frames.
Rectangle {
    id: root

    required property bool software
    property bool video: true // false: sound only
    property QtObject player: null // set by the deck

    color: video ? Theme.artInk : "transparent"

    Loader {
        anchors.fill: parent
        // By address, not by type: QtMultimedia is loaded with the first film and not before.
        Component.onCompleted: setSource("MediaDeck.qml", {
            surface: root,
            software: root.software,
            video: root.video
        })
    }
}
