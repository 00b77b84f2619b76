import QtQuick
import kiosk.design

// One row to choose from: sheet with an ink edge; ink while the wall tells about it.
Pressable {
    id: root

    required property var modelData
    property bool picked: false

    readonly property color words: picked ? Theme.overInk : Theme.ink
    readonly property color second: picked ? Theme.overInk2 : Theme.ink2
    readonly property color colour: {
        if (picked)
            return Theme.overInk;
        return modelData.tone === "good" ? Theme.green : modelData.tone === "bad" ? Theme.redDark : Theme.ink2;
    }

    objectName: "desk.row." + modelData.key
    implicitHeight: Math.max(124, Theme.touchFloor)
    name: [modelData.title, modelData.note, modelData.status].join(" ")
    checked: picked

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: Theme.s2
        color: root.picked ? Theme.ink : root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    Column {
        x: Theme.s3
        width: word.x - x - Theme.s3
        y: (parent.height - Theme.s2 - height) / 2 - (note.visible ? Theme.edge : 0) // letters hang low in their line

        Song {
            width: parent.width
            text: root.modelData.title
            color: root.words
            font.pixelSize: 42
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.meta
            elide: Text.ElideRight
            leading: 1.15
        }

        Label {
            id: note

            visible: text !== ""
            width: parent.width
            text: root.modelData.note
            font.pixelSize: Theme.meta
            color: root.second
            elide: Text.ElideRight
        }
    }

    Row {
        id: word

        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        y: (parent.height - Theme.s2 - height) / 2
        spacing: Theme.s1

        Icon {
            visible: root.modelData.tone === "good" || root.modelData.tone === "bad"
            anchors.verticalCenter: parent.verticalCenter
            name: root.modelData.tone === "bad" ? "alert-outline" : "check-bold"
            size: 36
            color: root.colour
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width * 0.42)
            text: root.modelData.status
            bold: true
            color: root.colour
            elide: Text.ElideRight
        }
    }
}
