pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Two phrases on the night wall: downwards in Chinese, right column first; one under the other in other languages.
Item {
    id: root

    required property var phrases
    required property bool han
    property int size: 88
    property int step: 104

    readonly property int across: 108
    readonly property int longest: Math.max(...phrases.map(p => p.length))

    width: han ? across + size : implicitWidth
    height: han ? longest * step : lines.height
    Accessible.role: Accessible.Heading
    Accessible.name: phrases.join(", ")

    Repeater {
        model: root.han ? root.phrases : []

        Column {
            id: column

            required property string modelData
            required property int index

            // Both end on the same line.
            x: index === 0 ? root.across : 0
            y: (root.longest - modelData.length) * root.step

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
                    color: column.index === 0 ? Theme.artPaper : Theme.night ? Theme.gold : Theme.artGold
                    leading: 1
                }
            }
        }
    }

    Column {
        id: lines

        visible: !root.han
        width: root.width
        spacing: Theme.s2

        Repeater {
            model: root.han ? [] : root.phrases

            Song {
                required property string modelData
                required property int index

                width: lines.width
                text: modelData
                font.pixelSize: Theme.h2
                wrapMode: Text.Wrap
                leading: 1.15
                color: index === 0 ? Theme.artPaper : Theme.night ? Theme.gold : Theme.artGold
                font.features: {
                    "lnum": 1
                }
            }
        }
    }
}
