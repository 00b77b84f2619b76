import QtQuick
import kiosk.design
import kiosk.stage

// The watch in one line.
Pressable {
    id: root

    required property StageViewModel vm

    readonly property bool narrow: width < 500
    readonly property color tone: vm.pace === "over" ? Theme.red : vm.pace === "late" ? Theme.goldText : vm.pace === "early" ? Theme.blue : Theme.ink

    objectName: "solo.watch"
    name: qsTr("还剩 %1").arg(vm.leftText)
    onClicked: vm.watch()

    Song {
        id: digits

        anchors.verticalCenter: parent.verticalCenter
        text: root.vm.leftText
        font.pixelSize: root.narrow ? Theme.h2 : Theme.h1
        font.features: ({
                "tnum": 1
            })
        color: root.tone
    }

    Column {
        anchors.left: digits.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.vm.timed ? root.vm.paceText : qsTr("表停着")
            color: root.vm.timed ? root.tone : Theme.red
            elide: Text.ElideRight
        }

        Label {
            width: parent.width
            text: root.narrow ? (root.vm.index + 1) + " / " + root.vm.count : qsTr("第 %1 页，共 %2 页").arg(root.vm.index + 1).arg(root.vm.count)
            font.pixelSize: Theme.meta
            color: Theme.ink2
            elide: Text.ElideRight
        }
    }
}
