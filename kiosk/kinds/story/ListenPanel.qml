import QtQuick
import kiosk.design
import kiosk.sdk

// The ink panel on the skirting while this story is read aloud.
Rectangle {
    id: root

    required property Narrator narrator
    property int inset: Theme.margin

    readonly property real room: width - inset * 2

    function clock(ms: int): string {
        const s = Math.floor(ms / 1000);
        return String(Math.floor(s / 60)).padStart(2, "0") + ":" + String(s % 60).padStart(2, "0");
    }

    implicitHeight: 344
    color: Theme.ink

    MouseArea {
        anchors.fill: parent
    }

    ScrubBar {
        id: scrub

        objectName: "listen.scrub"
        x: root.inset
        y: 8
        width: root.room
        inkGround: true
        duration: root.narrator.duration
        position: root.narrator.position
        onMoved: ms => root.narrator.seek(ms)
    }

    Label {
        x: root.inset
        y: 122
        text: root.clock(scrub.dragging ? scrub.shown * root.narrator.duration : root.narrator.position)
        font.pixelSize: Theme.meta
        color: Theme.overInk
        font.features: {
            "tnum": 1
        }
    }

    Label {
        anchors.right: parent.right
        anchors.rightMargin: root.inset
        y: 122
        text: qsTr("共 %1").arg(root.clock(root.narrator.duration))
        font.pixelSize: Theme.meta
        color: Theme.overInk
        font.features: {
            "tnum": 1
        }
    }

    Row {
        x: root.inset
        y: 184
        spacing: Theme.s3

        LineButton {
            objectName: "listen.previous"
            width: (root.room - Theme.s3 * 3) * 0.23
            height: 128
            text: qsTr("上一句")
            onClicked: root.narrator.previousSentence()
        }

        PushButton {
            objectName: "listen.toggle"
            width: (root.room - Theme.s3 * 3) * 0.34
            height: 128
            tone: "red"
            icon: root.narrator.playing ? "pause" : "play"
            text: root.narrator.playing ? qsTr("停一下") : qsTr("接着读")
            onClicked: root.narrator.toggle()
        }

        LineButton {
            objectName: "listen.next"
            width: (root.room - Theme.s3 * 3) * 0.205
            height: 128
            text: qsTr("下一句")
            onClicked: root.narrator.nextSentence()
        }

        LineButton {
            objectName: "listen.rate"
            width: (root.room - Theme.s3 * 3) * 0.225
            height: 128
            text: qsTr("语速 %1×").arg(root.narrator.rate)
            onClicked: root.narrator.nextRate()
        }
    }
}
