import QtQuick
import kiosk.design
import kiosk.kinds.segment

// At the end: the next programme begins by itself, unless the visitor says no.
Rectangle {
    id: root

    required property SegmentViewModel vm

    color: Theme.ink

    // Nothing under it is pressed by accident.
    MouseArea {
        anchors.fill: parent
    }

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: now.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1

        Label {
            width: parent.width
            text: qsTr("%1 秒后放下一段").arg(root.vm.series.offerSeconds)
            color: Theme.overInk2
            elide: Text.ElideRight
            font.features: {
                "tnum": 1
            }
        }

        Song {
            width: parent.width
            text: root.vm.series.nextTitle
            color: Theme.overInk
            font.pixelSize: Theme.h2
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.label
            elide: Text.ElideRight
            maximumLineCount: 1
        }
    }

    PushButton {
        id: now

        objectName: "segment.next"
        anchors.right: stay.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        width: 240
        tone: "red"
        text: qsTr("现在放")
        onClicked: root.vm.series.playNext()
    }

    LineButton {
        id: stay

        objectName: "segment.stay"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: 200
        text: qsTr("先不放")
        onClicked: root.vm.series.cancelNext()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.s2
        color: Theme.overInkTrack

        Rectangle {
            objectName: "segment.countdown"
            width: parent.width * root.vm.series.offerShare
            height: parent.height
            color: Theme.goldOnInk
        }
    }
}
