import QtQuick

// Plays a short file and says how it went. QtMultimedia is loaded at the first one.
Item {
    id: root

    property url file
    property real loudness: 1

    signal ended(bool well)

    visible: false

    onFileChanged: {
        deck.source = ""; // a deck plays one file
        if (file.toString() !== "")
            deck.setSource("ClipDeck.qml", {
                file: file,
                loudness: loudness
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
