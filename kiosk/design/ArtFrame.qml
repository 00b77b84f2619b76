import QtQuick
import kiosk.design

// A poster, hard-cropped. Keeps the room's paper until the picture is there; an ink block with one character if it never comes.
Item {
    id: root

    required property url source
    property string alt: ""
    property int frame: 0
    property string fallback: ""
    property int focusY: 50 // percent of what may be cut off above
    readonly property bool loading: picture.status === Image.Loading

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: alt

    Rectangle {
        anchors.fill: parent
        color: picture.status === Image.Error || root.source.toString() === "" ? Theme.artInk : Theme.kraft
    }

    Song {
        visible: picture.status === Image.Error || root.source.toString() === ""
        anchors.centerIn: parent
        text: root.fallback
        font.pixelSize: Math.min(parent.width, parent.height) * 0.5
        color: Theme.artGold
    }

    Image {
        id: picture

        readonly property real ratio: implicitHeight > 0 ? implicitWidth / implicitHeight : 1

        source: root.source
        asynchronous: true
        smooth: true
        mipmap: false
        // Cover the frame: the larger of the two fits.
        width: Math.max(root.width, root.height * ratio)
        height: ratio > 0 ? width / ratio : root.height
        x: (root.width - width) / 2
        y: (root.height - height) * root.focusY / 100
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.night ? Theme.line : root.frame
        border.color: Theme.night ? "#FFFFFF" : Theme.artInk
        visible: border.width > 0
    }
}
