import QtQuick
import kiosk.design

// An entry's picture, hard-cropped; without one a flat colour with its first line, or with its number where there is no room.
Item {
    id: root

    property url tile
    property string number: ""
    property string words: ""
    property int frame: 0
    property int inset: 0 // what hangs over its top

    readonly property bool pictured: tile.toString() !== ""
    readonly property var grounds: [Theme.artBlue, Theme.artRed, Theme.artInk, Theme.artGold]
    readonly property color ground: grounds[parseInt(number || "0") % grounds.length]
    readonly property bool roomy: width >= 200

    clip: true

    ArtFrame {
        visible: root.pictured
        anchors.fill: parent
        source: root.tile
        fallback: root.number
        frame: root.frame
    }

    Rectangle {
        visible: !root.pictured
        anchors.fill: parent
        color: root.ground
        border.width: Theme.night ? Theme.line : root.frame
        border.color: Theme.night ? "#FFFFFF" : Theme.artInk
    }

    Song {
        visible: !root.pictured
        x: root.roomy ? Theme.s3 : 0
        y: root.roomy ? root.inset : 0
        width: parent.width - x * 2
        height: parent.height - y
        horizontalAlignment: root.roomy ? Text.AlignLeft : Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.roomy && root.words ? root.words : root.number
        color: root.ground === Theme.artGold ? Theme.artInk : Theme.artPaper
        font.pixelSize: root.roomy && root.words ? (root.height > 300 ? Theme.h2 : Theme.option) : Math.min(64, root.width * 0.6)
        fontSizeMode: root.roomy && root.words ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: 22
        wrapMode: root.roomy && root.words ? Text.Wrap : Text.NoWrap
        maximumLineCount: 4
        elide: Text.ElideRight
        leading: 1.3
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
    }
}
