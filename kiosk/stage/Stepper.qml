import QtQuick
import kiosk.design

// A number with less and more on its sides; a touch on the number asks for the pad.
Item {
    id: root

    property int value: 0
    property string label: ""
    property string base: ""
    property bool typeable: true

    signal changed(value: int)
    signal asked

    implicitHeight: Math.max(84, Theme.touchFloor)

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
        border.width: Theme.line
        border.color: Theme.ink
    }

    Label {
        x: Theme.s3
        width: less.x - x - Theme.s2
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.label
        font.pixelSize: Theme.meta
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    Pressable {
        id: less

        objectName: root.base + ".less"
        anchors.right: number.left
        width: Math.max(84, Theme.touchFloor)
        height: parent.height
        enabled: root.value > 0
        name: qsTr("少一个")
        onClicked: root.changed(root.value - 1)

        Icon {
            anchors.centerIn: parent
            name: "minus"
            size: 44
            color: less.enabled ? Theme.ink : Theme.off
        }
    }

    Pressable {
        id: number

        objectName: root.base + ".number"
        anchors.right: more.left
        width: 120
        height: parent.height
        enabled: root.typeable
        name: qsTr("输入数字")
        onClicked: root.asked()

        Song {
            anchors.fill: parent
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.value
            font.pixelSize: 52
            leading: 1
        }
    }

    Pressable {
        id: more

        objectName: root.base + ".more"
        anchors.right: parent.right
        width: Math.max(84, Theme.touchFloor)
        height: parent.height
        name: qsTr("多一个")
        onClicked: root.changed(root.value + 1)

        Rectangle {
            anchors.fill: parent
            color: more.down ? Theme.inkPressed : Theme.ink
        }

        Icon {
            anchors.centerIn: parent
            name: "plus"
            size: 44
            color: Theme.overInk
        }
    }
}
