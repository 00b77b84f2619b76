import QtQuick
import kiosk.design
import kiosk.stage

// Time left, against the plan. A touch stops the watch or lets it go on.
Pressable {
    id: root

    required property StageViewModel vm
    property int size: 168

    readonly property color tone: vm.pace === "over" ? Theme.red : vm.pace === "late" ? Theme.goldText : vm.pace === "early" ? Theme.blue : Theme.ink

    objectName: "console.watch"
    implicitHeight: head.height + digits.height + bar.height + Theme.s3
    name: qsTr("还剩 %1").arg(vm.leftText)
    onClicked: vm.watch()

    Label {
        id: head

        width: parent.width
        text: root.vm.timed ? qsTr("还剩") : qsTr("表停着，点一下接着走")
        color: root.vm.timed ? Theme.ink2 : Theme.red
        elide: Text.ElideRight
    }

    Label {
        anchors.right: parent.right
        text: root.vm.paceText
        bold: true
        color: root.tone
        visible: root.vm.timed
    }

    Song {
        id: digits

        y: head.height - Theme.s2
        width: parent.width
        text: root.vm.leftText
        font.pixelSize: root.size
        font.features: ({
                "tnum": 1
            })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 80
        leading: 1.1
        color: root.tone
    }

    Rectangle {
        id: bar

        y: digits.y + digits.height
        width: parent.width
        height: Theme.s2
        color: Theme.track

        Rectangle {
            width: parent.width * root.vm.progress
            height: parent.height
            color: Theme.red
        }
    }
}
