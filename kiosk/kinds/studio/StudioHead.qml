import QtQuick
import kiosk.design

// The tag of the room, a title beside it, and a line under the title.
Item {
    id: root

    required property string tag
    property string title: ""
    property string note: ""
    property int pixelSize: Theme.question
    property int lines: 3
    property bool sample: false // samples say so themselves where they cannot be overlooked

    // Characters, counting Latin letters half: a longer title steps down whole sizes.
    readonly property real long: Array.from(title).reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 1 : 0.55), 0)
    readonly property real line: (root.width - 220 - Theme.s4)
    readonly property int size: long * pixelSize <= line * 1.9 || title.includes("\n") && long <= 24 ? pixelSize : long * Theme.h2 <= line * 2.7 ? Theme.h2 : 40

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
        height: Math.min(implicitHeight, root.size * 1.3 * root.lines)
        text: root.title
        font.pixelSize: root.size
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
