pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Paragraphs of a slide, each with its mark.
Column {
    id: root

    required property var rows
    required property int size
    property color words: Theme.artInk
    property color accent: Theme.artRed

    spacing: size * 0.5

    Repeater {
        model: root.rows

        Item {
            id: row

            required property var modelData

            readonly property bool heading: modelData.mark === "h"
            readonly property bool quoted: modelData.mark === "q"
            readonly property bool marked: modelData.mark !== "" && !heading && !quoted
            readonly property real indent: marked || quoted ? root.size * 1.3 : 0

            width: root.width
            height: row.heading ? headingText.height : plainText.height

            Song {
                visible: row.marked && row.modelData.mark !== "·"
                text: row.modelData.mark
                font.pixelSize: root.size
                color: root.accent
            }

            Rectangle {
                visible: row.modelData.mark === "·"
                y: root.size * 0.62
                width: root.size * 0.3
                height: width
                color: root.accent
            }

            Rectangle {
                visible: row.quoted
                width: Theme.strip
                height: parent.height
                color: root.accent
            }

            Song {
                id: headingText

                visible: row.heading
                width: parent.width
                text: row.heading ? row.modelData.text : ""
                font.pixelSize: root.size * 1.1
                wrapMode: Text.Wrap
                color: root.accent
            }

            Label {
                id: plainText

                visible: !row.heading
                x: row.indent
                width: parent.width - x
                text: row.heading ? "" : row.modelData.text
                font.pixelSize: root.size
                lineHeight: 1.04
                wrapMode: Text.Wrap
                color: root.words
            }
        }
    }
}
