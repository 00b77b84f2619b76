pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The hanging tag in the colours of posters.
Rectangle {
    id: root

    required property string text
    property bool onRed: false

    readonly property bool han: /[\u3400-\u9fff]/.test(text)

    y: -Theme.s2
    width: root.han ? 104 : 132
    height: words.height + 120
    color: onRed ? Theme.artInk : Theme.artRed
    border.width: Theme.section
    border.color: Theme.artPaper

    Column {
        id: words

        y: 68
        width: parent.width

        Repeater {
            model: root.han ? root.text.split("") : root.text.split(" ")

            Song {
                required property string modelData

                width: words.width
                height: root.han ? 54 : 40
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: modelData
                font.pixelSize: root.han ? 46 : 30
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 18
                color: Theme.artPaper
            }
        }
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        width: 16
        height: 4
        color: Theme.artGold
    }
}
