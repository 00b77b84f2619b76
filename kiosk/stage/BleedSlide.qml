import QtQuick
import kiosk.design
import kiosk.stage

// A picture from edge to edge; the title stands on a solid band, never on the picture.
SlideBase {
    id: root

    ready: pane.ready

    PicturePane {
        id: pane

        width: Sheet.width
        height: Sheet.height - band.height
        source: root.step.source
        alt: root.step.alt
        crop: true
    }

    Rectangle {
        id: band

        y: Sheet.height - height
        width: Sheet.width
        height: 190
        color: Sheet.ground(root.step.ground)

        Rectangle {
            width: parent.width
            height: Theme.strip
            color: Theme.artGold
        }

        Song {
            x: Sheet.margin
            y: root.step.line !== "" ? Theme.s3 : Theme.s5
            width: Sheet.width - x * 2
            text: root.step.title
            font.pixelSize: 72
            elide: Text.ElideRight
            color: root.words
        }

        Label {
            x: Sheet.margin
            y: 122
            width: Sheet.width - x * 2
            text: root.step.line
            font.pixelSize: Sheet.caption
            elide: Text.ElideRight
            color: root.words
        }
    }
}
