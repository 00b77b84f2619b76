import QtQuick
import kiosk.design

// Two ways on after an answer: what to read about it, and the next question.
Item {
    id: root

    property var read: ({})
    property string nextText: ""
    property bool stacked: false

    signal readClicked
    signal nextClicked

    readonly property bool readable: root.read.uid !== undefined
    readonly property bool pictured: readable && root.read.picture.toString() !== ""
    readonly property bool tower: stacked && pictured

    implicitHeight: tower ? Theme.control * 2 + Theme.s2 : Theme.control

    ArtFrame {
        id: art

        visible: root.pictured
        width: visible ? height : 0
        height: parent.height
        source: root.pictured ? root.read.picture : ""
        frame: Theme.line
        Accessible.ignored: true
    }

    PushButton {
        id: story

        objectName: "quiz.read"
        visible: root.readable
        x: art.visible ? art.width + Theme.s3 : 0
        width: root.tower ? root.width - x : (root.width - x - Theme.s3) * (art.visible ? 0.66 : 0.5)
        icon: root.read.listen ? "volume-high" : "book-open-page-variant-outline"
        text: root.read.label ?? ""
        onClicked: root.readClicked()
    }

    PushButton {
        objectName: "quiz.next"
        x: !root.readable ? 0 : root.tower ? story.x : story.x + story.width + Theme.s3
        anchors.bottom: parent.bottom
        width: root.width - x
        tone: "red"
        icon: "arrow-right"
        text: root.nextText
        onClicked: root.nextClicked()
    }
}
