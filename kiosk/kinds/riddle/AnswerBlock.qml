import QtQuick
import kiosk.design

// The answer at poster size, and what became of the guess: green when it was right, ink when it was shown.
Rectangle {
    id: root

    property string answer: ""
    property string note: ""
    property string verdict: ""
    property bool guessed: false

    readonly property color words: guessed ? Theme.overGreen : Theme.overInk

    color: guessed ? Theme.green : Theme.ink
    Accessible.role: Accessible.Heading
    Accessible.name: [verdict, answer, note].join(" ")

    Song {
        id: big

        objectName: "riddle.answer"
        x: Theme.s4
        width: parent.width - mark.width - Theme.s4 * 3
        height: root.note ? parent.height * 0.66 : parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.answer
        font.pixelSize: root.note ? Theme.door : Theme.display
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        color: root.words
        leading: 1
    }

    Label {
        visible: root.note !== ""
        x: Theme.s4
        anchors.top: big.bottom
        width: big.width
        height: parent.height * 0.28
        verticalAlignment: Text.AlignVCenter
        text: root.note
        font.pixelSize: Theme.label
        fontSizeMode: Text.Fit
        minimumPixelSize: 24
        wrapMode: Text.Wrap
        color: root.words
    }

    Row {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2

        Icon {
            name: root.guessed ? "check-bold" : "eye-outline"
            size: 64
            color: root.words
        }

        Label {
            objectName: "riddle.verdict"
            anchors.verticalCenter: parent.verticalCenter
            text: root.verdict
            bold: true
            font.pixelSize: Theme.button
            color: root.words
        }
    }
}
