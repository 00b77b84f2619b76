import QtQuick
import kiosk.design

// A text whose sentences can be read along and touched. `html` has only strong, em and br.
TextEdit {
    id: root

    required property string html
    property var sentences: [] // [{start, end, key}], UTF-16 offsets
    property int active: -1 // number of the sentence being read
    property bool aside: false // something else is being read: step back
    property int indent: 0 // px; Qt knows no em here
    property real leading: Theme.readLine
    property string align: "justify"

    readonly property int first: sentences.length ? sentences[0].key : 1
    readonly property int last: sentences.length ? sentences[sentences.length - 1].key : 0
    readonly property bool lit: active >= first && active <= last
    // Top and height of the sentence being read, for the red bar and for scrolling.
    // Asked anew when the text is laid out again: a call has no changes of its own.
    readonly property real litTop: contentHeight > 0 && width > 0 && lit && from >= 0 ? positionToRectangle(from).y : 0
    readonly property real litBottom: contentHeight > 0 && width > 0 && lit && from >= 0 && until > 0 ? positionToRectangle(until - 1).y + positionToRectangle(until - 1).height : 0
    property int from: -1
    property int until: -1

    signal touched(int key)

    function sentenceAt(x: real, y: real): int {
        const place = positionAt(x, y);
        for (const s of sentences)
            if (place >= s.start && place < s.end)
                return s.key;
        return -1;
    }

    function light(): void {
        for (const s of sentences) {
            if (s.key === active && s.end <= length) {
                select(s.start, s.end);
                until = s.end;
                from = s.start;
                return;
            }
        }
        from = -1;
        deselect();
    }

    readOnly: true
    activeFocusOnPress: false
    selectByMouse: false
    persistentSelection: true
    textFormat: TextEdit.RichText
    wrapMode: TextEdit.Wrap
    renderType: TextEdit.NativeRendering
    font.family: Theme.sans
    font.pixelSize: Theme.read
    color: aside ? Theme.ink2 : Theme.ink
    selectionColor: Theme.highlight
    selectedTextColor: Theme.overHighlight
    text: "<p align='" + align + "' style='margin:0; text-indent:" + indent + "px; line-height:" + Math.round(leading / 1.448 * 100) + "%'>" + html.replace(/<em>/g, "<span style='color:" + Theme.goldText + "'>").replace(/<\/em>/g, "</span>") + "</p>"
    onActiveChanged: light()
    onTextChanged: light()
    Component.onCompleted: light()

    MouseArea {
        anchors.fill: parent
        enabled: root.sentences.length > 0
        onClicked: mouse => root.touched(root.sentenceAt(mouse.x, mouse.y))
    }

    Rectangle {
        visible: root.lit
        x: -40
        y: root.litTop
        width: 16
        height: Math.max(0, root.litBottom - root.litTop)
        color: Theme.red
    }
}
