import QtQuick
import kiosk.design

// Empty, error, loading, unsupported: one Song character, one sentence, one way out.
Rectangle {
    id: root

    property string condition: "empty" // "empty" | "error" | "loading" | "unsupported"
    property string title: ""
    property string note: ""
    property string action: ""

    signal acted

    readonly property string character: ({
            empty: "无",
            error: "停",
            loading: "候",
            unsupported: "新"
        })[condition]

    implicitHeight: Math.max(380, words.implicitHeight + Theme.s6 * 2)
    color: Theme.kraft
    visible: condition !== "loading" || late.elapsed

    Timer {
        id: late

        property bool elapsed: false

        interval: Theme.loadingAfter
        running: root.condition === "loading"
        onTriggered: elapsed = true
    }

    Song {
        id: big

        x: Theme.s5
        anchors.verticalCenter: parent.verticalCenter
        text: root.character
        font.pixelSize: Theme.state
        color: root.condition === "loading" ? Theme.ink : Theme.red
        leading: 1
    }

    Column {
        id: words

        anchors.left: big.right
        anchors.leftMargin: Theme.s5
        anchors.right: parent.right
        anchors.rightMargin: Theme.s5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s3

        Song {
            width: parent.width
            text: root.title
            font.pixelSize: Theme.h3
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.note
            wrapMode: Text.Wrap
            color: Theme.ink2
        }

        PushButton {
            visible: root.action !== ""
            width: Math.min(parent.width, Math.max(360, implicitWidth))
            text: root.action
            onClicked: root.acted()
        }
    }
}
