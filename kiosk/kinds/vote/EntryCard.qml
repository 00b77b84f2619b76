import QtQuick
import kiosk.design

// One entry on the page: picture, number, title. `look`: "" | "open" (its strip is wide) | "voted".
Pressable {
    id: root

    property url tile
    property string number: ""
    property string title: ""
    property string by: ""
    property string words: ""
    property string alt: ""
    property string look: ""
    property string hint: ""

    readonly property bool beside: width > height * 1.2 // a low card: the words stand beside the picture
    readonly property real band: 118
    readonly property real split: beside ? Math.round(width * 0.45) : 0
    readonly property bool open: look === "open"
    readonly property bool voted: look === "voted"
    readonly property color ground: voted ? Theme.green : open ? Theme.ink : down ? Theme.kraft : Theme.sheet
    readonly property color said: voted ? Theme.overGreen : open ? Theme.overInk : Theme.ink

    checked: open
    name: [number, title, voted ? note.text : by, alt].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.ground
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: root.voted ? Theme.green : Theme.ink
    }

    EntryArt {
        x: Theme.line
        y: Theme.edge
        width: root.beside ? root.split : parent.width - Theme.line * 2
        height: parent.height - (root.beside ? Theme.edge + Theme.line : root.band)
        tile: root.tile
        number: root.number
        words: root.words
    }

    Song {
        id: figure

        x: root.split + Theme.s2 + Theme.s1
        y: root.beside ? Theme.s2 : parent.height - root.band
        height: root.beside ? 76 : root.band
        verticalAlignment: Text.AlignVCenter
        text: root.number
        font.pixelSize: 64
        color: root.voted ? Theme.overGreen : root.open ? Theme.goldOnInk : Theme.red
        leading: 1
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
    }

    Label {
        readonly property bool twice: Theme.latin || root.beside && root.title.length > 6 // no character is left alone on a line

        x: root.beside ? figure.x : figure.x + figure.width + Theme.s2
        width: parent.width - x - Theme.s1
        y: root.beside ? 88 : parent.height - 110
        height: root.beside ? parent.height - 88 - 52 : 52
        verticalAlignment: root.beside ? Text.AlignTop : Text.AlignVCenter
        text: root.title
        bold: true
        fontSizeMode: twice ? Text.Fit : Text.HorizontalFit
        wrapMode: twice ? Text.Wrap : Text.NoWrap
        maximumLineCount: !twice ? 1 : Theme.latin && root.beside ? 3 : 2
        minimumPixelSize: 22
        lineHeight: twice && !root.beside ? 0.8 : 1
        elide: Text.ElideRight
        color: root.said
    }

    Icon {
        id: tick

        visible: root.voted
        x: root.beside ? figure.x : figure.x + figure.width + Theme.s2
        anchors.verticalCenter: note.verticalCenter
        width: visible ? size : 0
        name: "check"
        size: 36
        color: root.said
    }

    Label {
        id: note

        readonly property bool small: Theme.latin && !root.voted // words of a Latin script need two lines

        anchors.left: tick.right
        anchors.leftMargin: root.voted ? Theme.s1 : 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        y: parent.height - (root.beside ? 54 : 60)
        height: 48
        verticalAlignment: Text.AlignVCenter
        text: root.voted ? qsTr("已投 %1 号").arg(root.number) : root.open ? root.hint : root.by
        bold: root.voted
        font.pixelSize: Theme.meta
        fontSizeMode: small ? Text.Fit : Text.HorizontalFit
        minimumPixelSize: small ? 18 : 22
        wrapMode: small ? Text.Wrap : Text.NoWrap
        maximumLineCount: small ? 2 : 1
        lineHeight: small ? 0.85 : 1
        elide: Text.ElideRight
        color: root.voted || root.open ? root.said : Theme.ink2
    }
}
