import QtQuick
import kiosk.design
import kiosk.stage

// What somebody said, and nothing beside it.
SlideBase {
    id: root

    Song {
        x: 96
        y: 60
        text: "“"
        font.pixelSize: Sheet.slide
        color: root.accent
        leading: 1
    }

    Column {
        x: 240
        anchors.verticalCenter: parent.verticalCenter
        width: 1500
        spacing: Theme.s5

        Song {
            width: parent.width
            text: root.step.words
            font.pixelSize: root.step.size
            leading: 1.45
            wrapMode: Text.Wrap
            color: root.words
        }

        Row {
            spacing: Theme.s4
            visible: root.step.who !== ""

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.s7
                height: Theme.strip
                color: root.accent
            }

            Label {
                text: root.step.who
                font.pixelSize: 48
                color: root.words
            }
        }
    }
}
