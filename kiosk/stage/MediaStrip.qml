import QtQuick
import kiosk.design
import kiosk.stage

// Play, pause, and the time left of what plays.
Rectangle {
    id: root

    required property StageViewModel vm

    readonly property Reel reel: vm.reel
    readonly property bool able: reel !== null && reel.phase !== "failed" && vm.seen === vm.index
    readonly property bool runs: able && reel.phase === "playing"

    function clock(ms: int): string {
        const whole = Math.max(0, Math.round(ms / 1000));
        return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
    }

    height: Theme.control + Theme.s2 * 2
    color: Theme.kraft

    PushButton {
        id: button

        objectName: "console.play"
        x: Theme.s2
        y: Theme.s2
        width: 220
        enabled: root.able
        tone: "ink"
        icon: root.runs ? "pause" : "play"
        text: root.runs ? qsTr("停一下") : root.able && root.reel.phase === "ended" ? qsTr("再放") : qsTr("放")
        onClicked: root.vm.play()
    }

    ScrubBar {
        objectName: "console.scrub"
        anchors.left: button.right
        anchors.leftMargin: Theme.s4
        anchors.right: rest.left
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        visible: root.able
        duration: root.able ? root.reel.duration : 0
        position: root.able ? root.reel.position : 0
        onMoved: ms => root.vm.seek(ms)
    }

    Label {
        id: rest

        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: !root.able ? qsTr("这段放不出来") : qsTr("还有 %1").arg(root.clock(root.reel.duration - root.reel.position))
        font.features: ({
                "tnum": 1
            })
        bold: true
    }
}
