import QtQuick

// Plays a short file and says how it went. QtMultimedia is loaded at the first one.
Item {
    id: root

    property url file

    signal ended(bool well)

    visible: false

    onFileChanged: {
        deck.source = ""; // a deck plays one file
        if (file.toString() !== "")
            deck.setSource("ClipDeck.qml", {
                file: file
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
