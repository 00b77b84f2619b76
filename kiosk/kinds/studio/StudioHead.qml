import QtQuick
import kiosk.design

// The tag of the room, a title beside it, and a line under the title.
Item {
    id: root

    required property string tag
    property string title: ""
    property string note: ""
    property int pixelSize: Theme.question
    property int lines: 2
    property bool sample: false // samples say so themselves where they cannot be overlooked

    implicitHeight: Math.max(hanging.height, words.y + words.height + (note !== "" ? under.height + Theme.s2 : 0))

    HangingTag {
        id: hanging

        x: Theme.margin
        text: root.tag
    }

    Song {
        id: words

        objectName: "studio.title"
        x: 220
        y: Theme.s5
        width: root.width - x - Theme.s4
        height: Math.min(implicitHeight, root.pixelSize * 1.25 * root.lines)
        text: root.title
        font.pixelSize: root.pixelSize
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.label
        wrapMode: Text.Wrap
        maximumLineCount: root.lines
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
        Accessible.name: root.title
    }

    Label {
        id: under

        visible: text !== ""
        x: words.x + 2
        anchors.top: words.bottom
        anchors.topMargin: Theme.s1
        width: words.width
        text: root.note
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        lineHeight: 1.2
    }

    Rectangle {
        id: badge

        visible: root.sample
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.s2
        width: mark.implicitWidth + Theme.s3 * 2
        height: 52
        color: Theme.highlight

        Label {
            id: mark

            anchors.centerIn: parent
            text: qsTr("样例")
            bold: true
            font.pixelSize: Theme.meta
            color: Theme.overHighlight
        }
    }
}
