import QtQuick
import kiosk.design

// One answer in the review; touching it goes back to its question.
Pressable {
    id: root

    property string number: ""
    property string ask: ""
    property string said: ""
    property bool skipped: false

    implicitHeight: Math.max(132, Theme.touchFloor)
    name: [ask, skipped ? note.text : said].join(" ")

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.kraft : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    Song {
        id: figure

        width: 104
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.number
        font.pixelSize: text.length > 2 ? Theme.label : Theme.h3 - 2
        leading: 1
        color: Theme.red
    }

    Label {
        anchors.left: figure.right
        anchors.right: pencil.left
        anchors.rightMargin: Theme.s2
        y: Theme.s3
        text: root.ask
        font.pixelSize: Theme.meta
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Label {
        id: note

        anchors.left: figure.right
        anchors.right: pencil.left
        anchors.rightMargin: Theme.s2
        y: parent.height - height - Theme.s2
        text: root.skipped ? qsTr("不想答") : root.said.replace(/\n/g, " ")
        bold: !root.skipped
        font.pixelSize: Theme.option - 4
        color: root.skipped ? Theme.off : Theme.ink
        elide: Text.ElideRight
    }

    Icon {
        id: pencil

        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        name: "pencil-outline"
        size: 44
        color: Theme.ink2
    }
}
