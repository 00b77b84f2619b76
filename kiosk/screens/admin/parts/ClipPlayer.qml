import QtQuick

// Plays a short file and says how it went. QtMultimedia is loaded at the first one.
Item {
    id: root

    property url clip

    signal ended(bool well)

    visible: false

    Loader {
        id: deck

        readonly property bool wanted: root.clip.toString() !== ""

        onWantedChanged: {
            if (wanted)
                setSource("ClipDeck.qml", {
                    clip: root.clip
                });
            else
                source = "";
        }
    }

    Connections {
        target: deck.item
        ignoreUnknownSignals: true

        function onEnded(well: bool): void {
            root.ended(well);
        }
    }
}
