import QtQuick
import kiosk.design
import kiosk.kinds.story

Item {
    id: root

    required property var block
    property int active: -1
    property bool aside: false
    readonly property alias litTop: words.litTop
    readonly property alias lit: words.lit

    signal touched(int key)

    implicitHeight: column.height + Theme.s4 * 2

    Rectangle {
        y: Theme.s4
        width: 12
        height: column.height
        color: Theme.red
    }

    Column {
        id: column

        x: Theme.s5 + 12
        y: Theme.s4
        width: root.width - x
        spacing: Theme.s2

        ReadText {
            id: words

            width: parent.width
            html: root.block.text.replace(/\n/g, "<br>")
            sentences: root.block.sentences
            active: root.active
            aside: false
            leading: 1.42
            align: "left"
            font.family: Theme.song
            font.weight: Font.Bold
            font.pixelSize: Theme.read * 1.36
            onTouched: key => root.touched(key)
        }

        Label {
            visible: text !== ""
            width: parent.width
            text: root.block.who ? "—— " + root.block.who : ""
            font.pixelSize: Math.max(Theme.meta, Theme.read * 0.8)
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
