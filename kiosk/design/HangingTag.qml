pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// The room's name on a red strip that hangs from the top edge: two to four characters downwards.
// In English the words stand one under the other in small type.
Item {
    id: root

    required property string text
    property bool overArt: false
    property bool inkGround: false
    property int dropFrom: -264

    readonly property bool han: /[\u3400-\u9fff]/.test(text)
    readonly property var parts: han ? text.split("") : text.split(" ")

    width: 104
    height: 56 + words.height + 40
    y: 0

    NumberAnimation on y {
        id: fall

        running: false
        from: root.dropFrom
        to: 0
        duration: Theme.drop
        easing.type: Easing.OutQuart
    }

    function drop(): void {
        if (Theme.drop > 0)
            fall.restart();
    }

    Rectangle {
        visible: root.overArt
        anchors.fill: parent
        anchors.margins: -6
        anchors.topMargin: -12
        color: Theme.artPaper
    }

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: -12
        color: root.inkGround ? Theme.artInk : Theme.night ? "#FFD23F" : Theme.artRed
    }

    Column {
        id: words

        x: root.han ? 0 : 9
        y: 56
        width: parent.width - 2 * x

        Repeater {
            model: root.parts

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
                color: Theme.night && !root.inkGround ? "#000000" : Theme.artPaper
            }
        }
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        width: 16
        height: 4
        color: Theme.night && !root.inkGround ? "#000000" : Theme.artGold
    }

    Accessible.role: Accessible.Heading
    Accessible.name: text
}
