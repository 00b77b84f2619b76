import QtQuick
import kiosk.design

// One line of the form: what is asked, and what is written so far.
Pressable {
    id: root

    property string label: ""
    property string text: ""
    property string asking: ""

    name: [label, text].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.line
        border.color: Theme.ink
    }

    Rectangle {
        width: 168
        height: parent.height
        color: Theme.ink
    }

    Song {
        width: 168
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.label
        font.pixelSize: Theme.option
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        color: Theme.overInk
        leading: 1
    }

    Label {
        x: 168 + Theme.s3
        y: Theme.s2
        width: parent.width - x - Theme.s3
        height: parent.height - Theme.s2 * 2
        verticalAlignment: root.height > 180 ? Text.AlignTop : Text.AlignVCenter
        text: root.text || root.asking
        font.pixelSize: Theme.option
        color: root.text ? Theme.ink : Theme.off
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
        minimumPixelSize: 24
        elide: Text.ElideRight
    }
}
