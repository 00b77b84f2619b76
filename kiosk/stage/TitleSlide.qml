import QtQuick
import kiosk.design
import kiosk.stage

// One title, one sentence, art on the right behind a line of paper.
SlideBase {
    id: root

    readonly property bool art: root.step.source !== ""
    readonly property var lines: root.step.display.split("\n")
    readonly property int longest: Math.max(1, ...lines.map(l => /[\u3400-\u9fff]/.test(l) ? l.length : l.length * 0.6))
    readonly property int room: (art ? Sheet.artX : Sheet.width) - Sheet.margin - 60
    readonly property int size: Math.min(Sheet.slide, room / longest, 520 / lines.length)

    ready: !art || pane.ready

    SlideTag {
        x: 96
        text: root.step.tag
        onRed: root.step.ground === "red"
    }

    Column {
        id: words

        x: 104
        y: Math.max(330, 700 - title.height)
        width: root.room
        spacing: Theme.s4

        Song {
            id: title

            width: parent.width
            text: root.step.display
            font.pixelSize: root.size
            leading: 1.12
            color: root.words
            maximumLineCount: 3
            elide: Text.ElideRight
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.step.line
            font.pixelSize: Sheet.line
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.words
        }
    }

    Rectangle {
        x: 104
        y: 936
        width: Theme.s7
        height: Theme.strip
        color: Theme.artGold
    }

    Label {
        x: 104
        y: 966
        width: root.room
        text: root.step.foot
        font.pixelSize: 40
        elide: Text.ElideRight
        color: root.words
    }

    PicturePane {
        id: pane

        visible: root.art
        x: Sheet.artX
        width: Sheet.width - Sheet.artX
        height: Sheet.height
        source: root.step.source
        alt: root.step.alt
        crop: true
    }

    Rectangle {
        visible: root.art
        x: Sheet.artX
        width: Theme.strip
        height: Sheet.height
        color: Theme.artPaper
    }
}
