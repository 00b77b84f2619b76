pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A lesson's name on the wall: two phrases downwards, the right column first; other scripts one line under the other.
Item {
    id: root

    required property var phrases

    readonly property int longest: Math.max(1, ...phrases.map(p => p.length))
    readonly property bool downwards: phrases.length <= 2 && longest <= 6 && phrases.every(p => /^[\u3400-\u9fff]+$/.test(p))
    readonly property int step: Math.min(110, Math.floor(height / longest))
    readonly property int size: Math.round(step * 0.84)
    readonly property int across: Math.round(step * 1.04)
    readonly property string lines: phrases.join("\n")
    readonly property int lineSize: [Theme.h2, Theme.h3, Theme.option, Theme.button, Theme.label].find(s => high(s) <= height) ?? Theme.small

    function high(size: int): real {
        let rows = 0;
        for (const phrase of root.phrases) {
            const em = /[\u3400-\u9fff]/.test(phrase) ? 1 : 0.56;
            const word = Math.max(...phrase.split(" ").map(w => w.length)) * em * size;
            if (em < 1 && word > root.width)
                return Infinity;
            rows += Math.ceil(phrase.length * em * size * (em < 1 ? 1.15 : 1) / root.width);
        }
        return rows * size * 1.25;
    }

    Accessible.role: Accessible.Heading
    Accessible.name: phrases.join(" ")

    Repeater {
        model: root.downwards ? root.phrases : []

        Column {
            id: column

            required property string modelData
            required property int index

            x: index === 0 && root.phrases.length > 1 ? root.across : 0

            Repeater {
                model: column.modelData.split("")

                Song {
                    required property string modelData

                    width: root.size
                    height: root.step
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: modelData
                    font.pixelSize: root.size
                    color: Theme.night ? Theme.ink : Theme.artInk
                    leading: 1
                }
            }
        }
    }

    Song {
        visible: !root.downwards
        width: parent.width
        height: parent.height
        text: root.lines
        font.pixelSize: root.lineSize
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        color: Theme.night ? Theme.ink : Theme.artInk
    }
}
