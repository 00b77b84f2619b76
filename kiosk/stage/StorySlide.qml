import QtQuick
import kiosk.design
import kiosk.stage

// A story of the hall: its poster, who it is about, and what they said.
SlideBase {
    id: root

    readonly property int artWidth: 771

    ready: pane.ready

    PicturePane {
        id: pane

        width: root.artWidth
        height: Sheet.height
        source: root.step.poster
        alt: root.step.title
        crop: true
        poster: true
    }

    Rectangle {
        x: root.artWidth
        width: Theme.strip
        height: Sheet.height
        color: Theme.artInk
    }

    Column {
        x: root.artWidth + Theme.s7
        anchors.verticalCenter: parent.verticalCenter
        width: Sheet.width - x - Theme.s7
        spacing: Theme.s5

        Song {
            width: parent.width
            text: root.step.display
            font.pixelSize: 104
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 60
            wrapMode: Text.Wrap
            maximumLineCount: 3
            color: root.words
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.step.line
            font.pixelSize: 48
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.words
        }

        Rectangle {
            width: Theme.s7
            height: Theme.strip
            color: root.accent
        }

        Label {
            width: parent.width
            text: root.step.words
            font.pixelSize: root.step.size
            lineHeight: 1.06
            wrapMode: Text.Wrap
            color: root.words
        }
    }
}
