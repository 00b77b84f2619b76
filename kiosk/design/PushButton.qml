import QtQuick
import kiosk.design

// A button that says what happens. `tone`: "red" (one a screen), "sheet", "ink", "line" (on ink ground).
Pressable {
    id: root

    property string text: ""
    property string icon: ""
    property string tone: "sheet"
    property bool busy: false
    property real progress: 0 // 0..1 while busy
    property int pixelSize: Theme.button

    readonly property color ground: {
        if (!enabled)
            return "transparent";
        if (tone === "red")
            return down ? Theme.redDark : Theme.red;
        if (tone === "ink")
            return down ? Theme.inkPressed : Theme.ink;
        if (tone === "line")
            return down ? Theme.inkPressed : "transparent";
        return down ? Theme.ink : Theme.sheet;
    }
    readonly property color words: {
        if (!enabled)
            return tone === "line" ? Theme.overInkOff : Theme.off;
        if (tone === "red")
            return Theme.overRed;
        if (tone === "ink" || tone === "line")
            return Theme.overInk;
        return down ? Theme.overInk : Theme.ink;
    }

    implicitWidth: content.implicitWidth + Theme.s5 * 2
    implicitHeight: Theme.control
    name: text

    Rectangle {
        anchors.fill: parent
        color: root.ground
        border.width: root.tone === "sheet" || root.tone === "line" || !root.enabled ? Theme.line : 0
        border.color: !root.enabled ? (root.tone === "line" ? Theme.overInkTrack : Theme.rule) : root.tone === "line" ? Theme.overInkLine : Theme.ink

        Rectangle {
            visible: root.busy
            anchors.bottom: parent.bottom
            width: parent.width * root.progress
            height: Theme.s2
            color: Theme.gold
        }
    }

    Item {
        id: content

        implicitWidth: glyph.width + (glyph.visible && label.text ? Theme.s3 : 0) + label.implicitWidth
        width: Math.min(implicitWidth, root.width - Theme.s3 * 2)
        height: parent.height
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.down ? 3 : 0

        Icon {
            id: glyph

            visible: root.icon !== ""
            width: visible ? size : 0
            name: root.icon
            size: 52
            color: root.words
            anchors.verticalCenter: parent.verticalCenter
        }

        Label {
            id: label

            x: glyph.visible ? glyph.width + (text ? Theme.s3 : 0) : 0
            width: Math.min(implicitWidth, content.width - x)
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font.pixelSize: root.pixelSize
            bold: root.tone === "red"
            color: root.words
            elide: Text.ElideRight
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }
    }
}
