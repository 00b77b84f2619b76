import QtQuick
import kiosk.design

// A filter. `count` 0 means nothing is behind it: it stays in its place and says so.
Pressable {
    id: root

    property string text: ""
    property string icon: ""
    property int count: -1

    readonly property real after: text !== "" ? words.implicitWidth + Theme.s2 : 0 // of the words behind an icon

    enabled: count !== 0 || checked
    implicitWidth: Math.max(Theme.chip, (icon !== "" ? 44 + after : words.implicitWidth) + Theme.s4 * 2)
    implicitHeight: Theme.chip
    name: text

    Rectangle {
        anchors.fill: parent
        color: !root.enabled ? "transparent" : root.checked ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.hairline
        border.color: !root.enabled ? Theme.rule : root.down || root.checked ? Theme.ink : Theme.ink2
    }

    Icon {
        id: mark

        visible: root.icon !== ""
        name: root.icon
        anchors.verticalCenter: parent.verticalCenter
        x: (parent.width - size - root.after) / 2
        size: 44
        color: root.checked ? Theme.overInk : Theme.ink
    }

    Label {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        x: root.icon !== "" ? mark.x + mark.width + Theme.s2 : (parent.width - width) / 2
        text: root.count === 0 ? qsTr("%1 0").arg(root.text) : root.text
        bold: root.checked
        color: !root.enabled ? Theme.off : root.checked ? Theme.overInk : Theme.ink
    }
}
