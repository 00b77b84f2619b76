import QtQuick
import kiosk.design
import kiosk.kinds.segment

// What is said, and what else there is in this series; and the switch of the captions.
Item {
    id: root

    required property SegmentViewModel vm
    required property int inset
    required property int insetRight

    readonly property bool hasSeries: vm.series.episodes.length > 0
    property bool showsSeries: false

    clip: true

    Row {
        id: tabs

        x: root.inset

        PlayerTab {
            objectName: "segment.tab.transcript"
            text: root.vm.speech.hasCaptions ? qsTr("文字稿") : qsTr("介绍")
            checked: !root.showsSeries
            onClicked: root.showsSeries = false
        }

        PlayerTab {
            objectName: "segment.tab.series"
            visible: root.hasSeries
            text: qsTr("这一辑")
            checked: root.showsSeries
            onClicked: root.showsSeries = true
        }
    }

    Rectangle {
        x: tabs.x + tabs.width
        y: tabs.height - height
        width: root.width - x - root.insetRight
        height: Theme.line
        color: Theme.ink
    }

    Pressable {
        id: captions

        objectName: "segment.captions.switch"
        visible: root.vm.speech.hasCaptions
        x: root.width - root.insetRight - width
        width: words.width + glyph.width + Theme.s2 + Theme.s3
        height: tabs.height
        name: words.text
        checked: root.vm.speech.captionsOn
        onClicked: root.vm.speech.toggleCaptions()

        Icon {
            id: glyph

            anchors.right: words.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            name: root.vm.speech.captionsOn ? "closed-caption" : "closed-caption-outline"
            color: captions.down ? Theme.red : Theme.ink
        }

        Label {
            id: words

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.vm.speech.captionsOn ? qsTr("字幕 开") : qsTr("字幕 关")
            color: captions.down ? Theme.red : Theme.ink
        }
    }

    TranscriptList {
        objectName: "segment.transcript"
        visible: !root.showsSeries && root.vm.speech.hasCaptions
        y: tabs.height
        width: root.width
        height: root.height - y
        inset: root.inset
        insetRight: root.insetRight
        vm: root.vm
    }

    Flickable {
        visible: !root.showsSeries && !root.vm.speech.hasCaptions
        y: tabs.height
        width: root.width
        height: root.height - y
        contentHeight: about.height + Theme.s3 * 2
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Label {
            id: about

            x: root.inset
            y: Theme.s3
            width: parent.width - root.inset - root.insetRight
            text: root.vm.about
            font.pixelSize: Theme.read
            lineHeight: Theme.readLine / 1.448
            wrapMode: Text.Wrap
        }
    }

    EpisodeList {
        objectName: "segment.series"
        visible: root.showsSeries
        y: tabs.height
        width: root.width
        height: root.height - y
        inset: root.inset
        insetRight: root.insetRight
        vm: root.vm
    }
}
