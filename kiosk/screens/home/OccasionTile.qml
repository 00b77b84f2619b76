import QtQuick
import kiosk.design

// What today brings: the playlist of a festival, or what happened on this day. As wide as the row leaves room for.
Pressable {
    id: root

    property string over: ""
    property string title: ""
    property string fact: ""
    property url picture

    readonly property bool broad: width > height * 2.4 // room for a picture
    readonly property real length: /[\u3400-\u9fff]/.test(title) ? title.length : title.length * 0.6 // in characters as wide as they are high
    readonly property int size: {
        const least = Theme.small;
        const line = words.width;
        for (const size of [root.broad ? 42 : 36, 34, 30])
            if (length * size < line * 1.7)
                return size;
        return least;
    }
    // Too long for a line: it breaks after its comma, which the break stands for.
    readonly property string broken: !title.includes("\n") && length * size > words.width ? title.replace(/，/, "\n") : title
    readonly property int pad: height < Theme.tile * 0.85 ? Theme.s2 : Theme.s3

    implicitHeight: Theme.tile
    name: [over, title, fact].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    ArtFrame {
        id: art

        visible: root.broad && root.picture.toString() !== ""
        anchors.right: parent.right
        y: Theme.edge
        width: visible ? height : 0
        height: parent.height - Theme.edge
        source: root.picture
    }

    Rectangle {
        width: parent.width
        height: Theme.night ? Theme.strip : Theme.edge
        color: Theme.red
    }

    Label {
        id: over

        x: Theme.s3
        y: root.pad
        width: words.width
        text: root.broad && root.fact !== "" ? root.over + "  " + root.fact : root.over
        font.pixelSize: Theme.small
        bold: true
        color: Theme.red
        elide: Text.ElideRight
    }

    Song {
        id: words

        x: Theme.s3
        anchors.top: over.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s1
        width: parent.width - Theme.s3 * 2 - art.width
        verticalAlignment: Text.AlignVCenter
        text: root.broken
        wrapMode: Text.Wrap
        maximumLineCount: root.size > Theme.small ? 2 : 3
        font.pixelSize: root.size
        elide: Text.ElideRight
        leading: 1.15
    }
}
