import QtQuick
import kiosk.design

// One article of two versions: what went is struck through, what came stands on colour; nothing is said by colour alone.
Item {
    id: root

    required property int index
    required property var row
    property bool current: false

    function piece(p: var): string {
        const words = p.text.replace(/\n/g, "<br/>");
        if (p.kind === "-")
            return "<span style='text-decoration:line-through; color:" + Theme.redDark + "'>" + words + "</span>";
        if (p.kind === "+")
            return "<span style='text-decoration:underline; background-color:" + Theme.highlight + "; color:" + Theme.overHighlight + "'>" + words + "</span>";
        return words;
    }

    implicitHeight: words.y + (words.visible ? words.height : 0) + Theme.s4

    Rectangle {
        width: parent.width
        height: root.current ? Theme.strip : Theme.edge
        color: root.current ? Theme.red : Theme.ink
    }

    Song {
        id: heading

        anchors.left: parent.left
        anchors.right: chip.left
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: chip.verticalCenter
        text: root.row.label
        font.pixelSize: Theme.h3
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        elide: Text.ElideRight
    }

    StatusChip {
        id: chip

        anchors.right: parent.right
        y: Theme.s3
        text: root.row.word
        tone: root.row.tone
    }

    TextEdit {
        id: words

        objectName: "document.pieces"
        visible: root.row.pieces.length > 0
        y: chip.y + chip.height + Theme.s2
        width: parent.width
        readOnly: true
        activeFocusOnPress: false
        selectByMouse: false
        enabled: false
        textFormat: TextEdit.RichText
        wrapMode: TextEdit.Wrap
        renderType: TextEdit.NativeRendering
        font.family: Theme.sans
        font.pixelSize: Theme.read
        color: root.row.change === "changed" ? Theme.ink : Theme.ink2
        text: "<p style='margin:0; line-height:" + Math.round(Theme.readLine / 1.448 * 100) + "%'>" + root.row.pieces.map(p => root.piece(p)).join("") + "</p>"
    }
}
