import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// A hint: a sheet to touch before it is asked for, kraft to read afterwards, with a sheet beside it while there are more.
Item {
    id: root

    required property RiddleViewModel vm

    readonly property bool told: vm.lantern.hints.length > 0

    PushButton {
        objectName: "riddle.hint"
        visible: !root.told && root.vm.lantern.moreHints
        width: parent.width
        height: Math.min(parent.height, Theme.optionHeight)
        icon: "lightbulb-on-outline"
        text: qsTr("看一条提示")
        onClicked: root.vm.lantern.hint()
    }

    Rectangle {
        visible: root.told
        width: more.visible ? parent.width - more.width - Theme.s3 : parent.width
        height: parent.height
        color: Theme.kraft
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink

        Rectangle {
            width: 20
            height: parent.height
            color: Theme.gold
        }

        Label {
            id: head

            x: 20 + Theme.s4
            y: Theme.s3
            text: qsTr("提示")
            bold: true
            font.pixelSize: Theme.label
        }

        Label {
            objectName: "riddle.hintText"
            anchors.left: head.left
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.top: head.bottom
            anchors.topMargin: Theme.s1
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s2
            verticalAlignment: Text.AlignTop
            text: root.vm.lantern.hints.join("\n")
            font.pixelSize: Theme.read
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.small
            lineHeight: 0.95
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }

    PushButton {
        id: more

        objectName: "riddle.hintMore"
        visible: root.told && root.vm.lantern.moreHints
        anchors.right: parent.right
        width: 216
        height: parent.height
        text: qsTr("再看一条")
        onClicked: root.vm.lantern.hint()
    }
}
