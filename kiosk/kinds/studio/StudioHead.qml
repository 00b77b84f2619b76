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

    // A longer title, or a longer word, steps down whole sizes.
    readonly property real room: width - 220 - Theme.s4
    readonly property int size: [pixelSize, Theme.question, Theme.h2, 48].find(step => step <= pixelSize && fits(step)) ?? 40

    // Characters, counting Latin letters a little more than half.
    function units(words: string): real {
        return Array.from(words).reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0);
    }

    function fits(step: int): bool {
        const longest = Math.max(...title.split(/\s/).map(word => /[\u3400-\u9fff]/.test(word) ? 0 : units(word)));
        const rows = title.split("\n").reduce((sum, row) => sum + Math.ceil(units(row) * step * 1.06 / room), 0);
        return longest * step <= room && rows <= (step > Theme.h2 ? 2 : 3);
    }

    implicitHeight: Math.max(hanging.height + (badge.visible ? badge.height + Theme.s2 : 0), words.y + words.height + (note !== "" ? under.height + Theme.s2 : 0))

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
        x: Theme.margin
        y: hanging.height + Theme.s2
        width: hanging.width
        height: 52
        color: Theme.highlight

        Label {
            anchors.fill: parent
            anchors.margins: 6
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: qsTr("样例")
            bold: true
            font.pixelSize: Theme.meta
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 18
            color: Theme.overHighlight
        }
    }
}
