pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// The wall: the room's tag, the number of the page, one sentence at poster size and a line under it.
// The type steps down one token at a time until the sentence fits; in landscape it is a panel at the left.
Item {
    id: root

    required property SurveyViewModel vm
    property string words: ""
    property string note: ""
    property string number: "" // 第三问, downwards; elsewhere a figure
    property real foot: 0 // what stands at the lower edge, on top of the wall

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? Theme.margin : 228
    readonly property int room: width - edge - Theme.margin
    readonly property int above: wide ? (height < 600 ? 224 : 264) : 84 // the keyboard leaves half a panel
    readonly property real under: height - foot - Theme.s3 - (line.visible ? line.height + Theme.s3 : 0)
    readonly property var sizes: wide ? [Theme.question, Theme.h2, Theme.h3, Theme.option, Theme.label, Theme.small] : [Theme.door, Theme.question, Theme.h2, Theme.h3, Theme.option, Theme.label, Theme.small]
    readonly property var setting: set(words, room, under - above)
    readonly property real leading: 1.4

    function face(size: int): font {
        return Qt.font({
            family: Theme.song,
            weight: Font.Bold,
            pixelSize: size,
            features: {
                "halt": 1
            }
        });
    }

    function set(said: string, wide: real, high: real): var {
        let last = null;
        for (const size of root.sizes) {
            const text = root.vm.balanced(said, root.face(size), wide);
            const lines = text.split("\n").length;
            last = {
                size: size,
                text: text
            };
            if (lines * size * root.leading <= high && (size < Theme.door || lines <= 3) && root.vm.widest(text, root.face(size)) <= wide)
                return last;
        }
        return last;
    }

    Rectangle {
        visible: root.wide
        anchors.fill: parent
        color: Theme.kraft
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
        overArt: root.wide && !Theme.night
    }

    AskNumber {
        visible: root.number !== ""
        x: root.wide ? tag.x + tag.width + Theme.s4 : Theme.margin
        y: root.wide ? Theme.s6 : tag.height + Theme.s7
        width: root.wide ? root.width - x - Theme.margin : tag.width
        text: root.number
        down: !root.wide
    }

    Song {
        id: sentence

        objectName: "survey.words"
        x: root.edge
        y: root.above
        width: root.room
        text: root.setting.text
        font: root.face(root.setting.size)
        leading: root.leading
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: root.words.replace(/\n/g, "")
    }

    Label {
        id: line

        objectName: "survey.note"
        visible: text !== ""
        x: root.edge
        y: Math.min(sentence.y + sentence.height + Theme.s4, root.height - root.foot - Theme.s3 - height)
        width: root.room
        text: root.vm.balanced(root.note, font, root.room)
        font.pixelSize: Theme.noteSize
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        color: Theme.ink2
    }
}
