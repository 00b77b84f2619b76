import QtQuick
import kiosk.design

// A lying bar under its name: so much of the whole, the words inside where there is room for them.
Item {
    id: root

    property string label: ""
    property string words: ""
    property real share: 0 // 0..1; below 0: no bar
    property bool marked: false
    property int lines: 1
    property int thick: 44
    property bool whole: true // the rest of the width is the rest of a whole

    readonly property int long: share > 0 ? Math.max(Theme.section, Math.round(width * Math.min(1, share))) : 0
    readonly property bool inside: share >= 0 && said.implicitWidth + Theme.s2 * 2 <= long

    implicitHeight: name.height + 4 + track.height
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + words

    Label {
        id: name

        width: parent.width
        height: root.lines > 1 ? Math.max(46, implicitHeight) : 46
        text: root.label
        elide: Text.ElideRight
        wrapMode: root.lines > 1 ? Text.Wrap : Text.NoWrap
        maximumLineCount: root.lines
        verticalAlignment: Text.AlignBottom
    }

    Rectangle {
        id: track

        anchors.bottom: parent.bottom
        width: parent.width
        height: root.thick
        color: root.share < 0 || !root.whole ? "transparent" : Theme.sheet
        border.width: Theme.night && root.whole && root.share >= 0 ? Theme.hairline : 0
        border.color: Theme.ink

        Rectangle {
            width: root.long
            height: parent.height
            color: root.marked ? Theme.red : Theme.ink
        }

        Label {
            id: said

            x: root.inside ? root.long - width - Theme.s2 : root.long + (root.share < 0 ? 0 : Theme.s2)
            anchors.verticalCenter: parent.verticalCenter
            text: root.words
            bold: true
            font.pixelSize: Math.min(Theme.h2, 32 + Math.max(0, root.thick - 44) * 0.4)
            color: root.share < 0 ? Theme.ink2 : root.inside ? (root.marked ? Theme.overRed : Theme.overInk) : Theme.ink
        }
    }
}
