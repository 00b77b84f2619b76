import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// The head of a page: the tag, where we are in writing, and one sentence.
Item {
    id: root

    required property SuggestionViewModel vm
    property string title: ""
    property string note: ""
    property real titleSize: Theme.h1
    property bool compact: false // the keyboard leaves little of the wall

    readonly property bool wide: Theme.landscape
    readonly property real inner: wide && !compact ? Theme.margin : Theme.margin + 104 + Theme.s4
    readonly property real foot: words.y + words.height // where the sentence ends

    width: wide ? 684 : parent ? parent.width : 0

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
    }

    Column {
        id: words

        x: root.inner
        y: root.wide ? root.compact ? Theme.s5 : tag.height + Theme.s5 : Theme.s7
        width: root.width - x - (root.wide ? Theme.s3 : Theme.margin)
        spacing: Theme.s3

        Steps {
            visible: root.vm.letter.step >= 0
            width: parent.width
            count: 4
            now: root.vm.letter.step
        }

        Label {
            objectName: "suggestion.step"
            visible: root.vm.letter.step >= 0
            width: parent.width
            text: qsTr("第 %1 步，共 4 步").arg(root.vm.letter.step + 1) + (root.vm.demo ? (root.wide ? "\n" : "　") + qsTr("演示用的钥匙，谁都打得开") : "")
            font.pixelSize: Theme.meta
            wrapMode: Text.Wrap
            color: Theme.ink2
        }

        Song {
            objectName: "suggestion.heading"
            width: parent.width
            text: root.title
            font.pixelSize: root.wide && root.compact ? Theme.h3 : root.titleSize
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            leading: 1.28
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Label {
            visible: text !== "" && !(root.wide && root.compact)
            width: parent.width
            text: root.note
            font.pixelSize: Theme.noteSize
            lineHeight: 1.1
            wrapMode: Text.Wrap
            color: Theme.ink2
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
