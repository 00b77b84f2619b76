pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.segment

// Everything that is said. The line being spoken stays in the middle third, unless the visitor is reading elsewhere.
ListView {
    id: root

    required property SegmentViewModel vm
    required property int inset
    required property int insetRight

    readonly property bool reading: dragging || flicking || away.running

    function follow(): void {
        if (!reading && vm.speech.line >= 0)
            currentIndex = vm.speech.line;
    }

    clip: true
    model: vm.speech.transcript
    boundsBehavior: Flickable.StopAtBounds
    highlightRangeMode: ListView.ApplyRange
    preferredHighlightBegin: height / 3
    preferredHighlightEnd: height * 2 / 3
    highlightMoveDuration: Theme.calm ? 0 : Theme.sentence
    highlightFollowsCurrentItem: true
    currentIndex: -1
    reuseItems: true

    onMovementEnded: away.restart()
    Component.onCompleted: follow()

    Connections {
        target: root.vm.speech

        function onLineChanged(): void {
            root.follow();
        }
    }

    Timer {
        id: away

        interval: Theme.noticeStays
        onTriggered: root.follow()
    }

    delegate: Pressable {
        id: row

        required property int index
        required property var modelData

        readonly property bool chapter: modelData.numeral !== ""
        readonly property bool spoken: index === root.vm.speech.line

        objectName: "segment.line." + index
        width: ListView.view.width
        height: Math.max(Theme.touchFloor, words.height + Theme.s2 * 2 + (chapter ? Theme.s3 : 0))
        ring: false
        name: modelData.text
        checked: spoken
        onClicked: {
            away.stop();
            root.vm.jump(index);
        }

        Rectangle {
            anchors.fill: parent
            color: row.spoken ? Theme.highlight : row.down ? Theme.kraft : row.chapter ? Theme.paper : Theme.sheet
        }

        Rectangle {
            visible: row.spoken || row.activeFocus
            width: 16
            height: parent.height
            color: row.spoken ? Theme.red : Theme.ink
        }

        Song {
            visible: row.chapter
            x: root.inset
            anchors.baseline: words.baseline
            text: row.modelData.numeral
            font.pixelSize: words.font.pixelSize
            color: Theme.red
        }

        Label {
            id: words

            x: root.inset + (row.chapter ? Theme.s6 + Theme.s2 : 0)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s2
            width: (row.chapter ? clock.x - Theme.s3 : row.width - root.insetRight) - x
            text: row.modelData.text
            bold: row.chapter
            font.pixelSize: Theme.read - (Theme.landscape ? Theme.s1 : 0)
            wrapMode: Text.Wrap
            color: row.spoken ? Theme.overHighlight : row.chapter ? Theme.ink : Theme.ink2
        }

        Label {
            id: clock

            visible: row.chapter
            x: row.width - root.insetRight - width
            anchors.baseline: words.baseline
            text: row.modelData.clock
            font.pixelSize: Theme.meta
            font.features: {
                "tnum": 1
            }
            color: Theme.ink2
        }
    }
}
