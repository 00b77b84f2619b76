import QtQuick

// Plays a short file and says how it went. QtMultimedia is loaded at the first one.
Item {
    id: root

    property url clip

    signal ended(bool well)

    visible: false

    onClipChanged: {
        deck.source = ""; // a deck plays one file
        if (clip.toString() !== "")
            deck.setSource("ClipDeck.qml", {
                clip: clip
            });
    }

    Loader {
        id: deck
    }

    Connections {
        target: deck.item
        ignoreUnknownSignals: true

        function onEnded(well: bool): void {
            root.ended(well);
        }
    }
}
