import QtQuick
import kiosk.design

// One answer of one side. It takes its own finger, so two people can press at the same moment.
Item {
    id: root

    property string letter: ""
    property string text: ""
    property string look: "" // "right" | "wrong" | ""
    property color side: Theme.red
    property bool live: true

    signal pressed

    readonly property color words: look === "right" ? Theme.overGreen : look === "wrong" ? Theme.redDark : Theme.ink

    Accessible.role: Accessible.Button
    Accessible.name: letter + " " + text
    Accessible.onPressAction: root.pressed()

    Rectangle {
        anchors.fill: parent
        color: root.look === "right" ? Theme.green : area.down ? Theme.kraft : Theme.sheet
        border.width: root.look === "wrong" ? Theme.section : Theme.line
        border.color: root.look === "right" ? Theme.green : root.look === "wrong" ? root.side : Theme.ink
    }

    Song {
        width: 112
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        text: root.letter
        font.pixelSize: Theme.captionLive
        color: root.words
        leading: 1
    }

    Rectangle {
        x: 112
        width: Theme.line
        height: parent.height
        color: root.look === "right" ? Theme.overGreen : Theme.ink
    }

    Label {
        x: 112 + Theme.s3
        width: parent.width - x - Theme.s3
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.text
        font.pixelSize: Theme.option
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: Text.Wrap
        color: root.words
    }

    MultiPointTouchArea {
        id: area

        property bool down: false

        anchors.fill: parent
        enabled: root.live
        maximumTouchPoints: 1
        onPressed: {
            down = true;
            root.pressed();
        }
        onReleased: down = false
        onCanceled: down = false
    }
}
