import QtQuick
import kiosk.design
import kiosk.stage

// A picture with its caption; with words beside it when there are some.
SlideBase {
    id: root

    readonly property bool told: root.step.rows !== undefined && root.step.rows.length > 0
    readonly property int pictureX: told ? Sheet.width - Sheet.margin - Sheet.column : 0

    ready: pane.ready
    color: told ? Sheet.ground(root.step.ground) : Theme.artInk

    SlideHead {
        visible: root.told
        step: root.step
        words: root.words
        accent: root.accent
    }

    SlideRows {
        visible: root.told
        x: Sheet.margin
        y: Sheet.bodyY
        width: Sheet.column
        rows: root.told ? root.step.rows : []
        size: root.told ? root.step.size : 30
        words: root.words
        accent: root.accent
    }

    PicturePane {
        id: pane

        x: root.pictureX
        y: root.told ? Sheet.bodyY : 0
        width: root.told ? Sheet.column : Sheet.width
        height: root.told ? Sheet.bodyHeight - Theme.s6 : Sheet.height - (band.visible ? band.height : 0)
        source: root.step.source
        alt: root.step.alt
    }

    Rectangle {
        id: band

        visible: root.step.caption !== ""
        x: root.pictureX
        y: root.told ? pane.y + pane.height : Sheet.height - height
        width: pane.width
        height: Theme.s7
        color: root.told ? "transparent" : Theme.artPaper

        Label {
            x: root.told ? 0 : Sheet.margin
            width: parent.width - x * 2
            anchors.verticalCenter: parent.verticalCenter
            text: root.step.caption
            font.pixelSize: Sheet.caption
            elide: Text.ElideRight
            color: root.told ? root.words : Theme.artInk
        }
    }
}
