import QtQuick
import kiosk.design

// Paragraphs of a law: two-em indent, justified. Matches of the search stand between marks: U+0001 or U+0002 (here), U+0003.
TextEdit {
    id: root

    required property var paragraphs
    property bool indented: true
    property real leading: Theme.readLine
    readonly property string align: indented && width / font.pixelSize > 18 ? "justify" : "left" // short lines would tear

    function coloured(words: string): string {
        return words.replace(/\u0001/g, "<span style='background-color:" + Theme.highlight + "; color:" + Theme.overHighlight + "'>").replace(/\u0002/g, "<span style='background-color:" + Theme.ink + "; color:" + Theme.overInk + "'>").replace(/\u0003/g, "</span>");
    }

    readOnly: true
    activeFocusOnPress: false
    selectByMouse: false
    enabled: false
    textFormat: TextEdit.RichText
    wrapMode: TextEdit.Wrap
    renderType: TextEdit.NativeRendering
    font.family: Theme.sans
    font.pixelSize: Theme.read
    color: Theme.ink
    text: paragraphs.map(p => "<p align='" + align + "' style='margin:0; text-indent:" + (indented ? font.pixelSize * 2 : 0) + "px; line-height:" + Math.round(leading / 1.448 * 100) + "%'>" + coloured(p) + "</p>").join("")
}
