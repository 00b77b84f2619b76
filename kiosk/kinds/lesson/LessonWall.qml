pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// The gold wall: the lesson's name downwards, and the step as a picture that grows out of the same gold.
Rectangle {
    id: root

    required property LessonViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property bool pictured: vm.step.picture.toString() !== ""

    color: Theme.night ? Theme.paper : Theme.artGold
    clip: true

    // Pictures are drawn for 740 x 768; in landscape they stand at the foot of the wall.
    ArtFrame {
        id: art

        objectName: "lesson.picture"
        visible: root.pictured
        x: root.wide ? root.width - width : 340
        y: root.wide ? root.height - height : 0
        width: root.wide ? height * 740 / 768 : root.width - 340
        height: root.wide ? root.height - 330 : root.height
        source: root.vm.step.picture
        alt: root.vm.step.pictureAlt
        fallback: (root.vm.steps[root.vm.at]?.word ?? root.vm.tag).charAt(0)
    }

    Song {
        visible: !root.pictured
        anchors.centerIn: art
        width: art.width - Theme.s6 * 2
        horizontalAlignment: Text.AlignHCenter
        text: root.vm.steps[root.vm.at]?.word ?? ""
        font.pixelSize: Theme.numeral
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        color: Theme.night ? Theme.ink : Theme.artInk
        leading: 1
        Accessible.ignored: true
    }

    TitleWords {
        objectName: "lesson.title"
        x: root.wide ? Theme.margin + 104 + Theme.s5 : Theme.margin
        y: root.wide ? 56 : 312
        width: root.wide ? root.width - x - Theme.s4 : 256
        height: root.wide ? 264 : root.height - y - Theme.s4
        phrases: root.vm.titleLines
    }

    Loader {
        anchors.fill: parent
        active: root.vm.step.filmOn
        sourceComponent: LessonFilm {
            vm: root.vm
        }
    }

    HangingTag {
        visible: !root.vm.step.filmOn
        x: Theme.margin
        text: root.vm.tag
        overArt: !Theme.night
    }

    Rectangle {
        visible: Theme.night
        x: root.wide ? root.width - Theme.line : 0
        y: root.wide ? 0 : root.height - Theme.line
        width: root.wide ? Theme.line : root.width
        height: root.wide ? root.height : Theme.line
        color: Theme.ink
    }
}
