import QtQuick
import kiosk.design
import kiosk.kinds.segment

// The caption being spoken, under the picture and never on it; the one before it in small.
Rectangle {
    id: root

    required property SegmentViewModel vm

    readonly property int inset: Theme.margin
    readonly property bool on: vm.speech.captionsOn || Theme.captions

    color: Theme.ink

    Label {
        id: before

        x: root.inset
        y: Theme.s3
        width: root.width - root.inset * 2
        visible: root.on
        text: root.vm.speech.captionBefore
        color: Theme.overInkOff
        elide: Text.ElideLeft
        maximumLineCount: 1
    }

    Label {
        objectName: "segment.caption"
        x: root.inset
        anchors.top: before.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.s1
        anchors.bottomMargin: Theme.s2
        width: before.width
        visible: root.on
        text: root.vm.speech.caption
        bold: true
        color: Theme.overInk
        font.pixelSize: Theme.captionLive
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.label
        lineHeight: 1.42 / 1.448 // the face's own line is 1.448 em
        wrapMode: Text.Wrap
    }

    Label {
        anchors.centerIn: parent
        visible: !root.on || !root.vm.speech.hasCaptions
        text: root.vm.speech.hasCaptions ? qsTr("字幕关着") : qsTr("这一段没有字幕")
        color: Theme.overInkOff
    }
}
