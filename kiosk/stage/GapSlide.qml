import QtQuick
import kiosk.design
import kiosk.stage

// Something of this step is not in the pack. The audience sees the title; only a console says what is missing.
SlideBase {
    id: root

    SlideTag {
        x: 96
        text: root.step.tag
        onRed: root.step.ground === "red"
    }

    Song {
        x: Sheet.margin + Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        width: Sheet.width - x - Sheet.margin
        text: root.step.display
        font.pixelSize: 150
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 60
        wrapMode: Text.Wrap
        maximumLineCount: 4
        color: root.words
    }
}
