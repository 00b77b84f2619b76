import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// What the characters on the slip say and sound like, for readers without Chinese. As high as its words, at most `most`.
Item {
    id: root

    required property RiddleViewModel vm
    property real most: 600

    readonly property real room: most - Theme.s3 * 2 - head.height - words.spacing * 2
    // The largest type at which both fit; a Latin letter is about half an em wide.
    readonly property int size: [44, 40, 36, 32, 30, 28, 26, 24].find(s => root.high(root.vm.lantern.faceMeaning, s) + root.high(root.vm.lantern.facePinyin, root.second(s)) < root.room) ?? 22

    function second(size: int): int {
        return Math.max(20, size - 6);
    }

    function high(said: string, size: int): real {
        return (Math.ceil(said.length * size * 0.5 / Math.max(1, words.width)) + 0.6) * size * 1.46;
    }

    height: Math.min(most, words.height + Theme.s3 * 2)
    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.kraft
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: 20
        height: parent.height
        color: Theme.gold
    }

    Column {
        id: words

        x: 20 + Theme.s3
        y: Theme.s3
        width: root.width - x - Theme.s3
        spacing: Theme.s2

        Label {
            id: head

            text: qsTr("字面的意思")
            bold: true
            font.pixelSize: Theme.meta
        }

        Label {
            objectName: "riddle.meaning"
            width: parent.width
            text: root.vm.lantern.faceMeaning
            font.pixelSize: root.size
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        Label {
            width: parent.width
            text: root.vm.lantern.facePinyin
            font.pixelSize: root.second(root.size)
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
    }
}
