import QtQuick
import kiosk.design
import kiosk.stage

// Back, on, black, white: the four that are used without looking.
Row {
    id: root

    required property StageViewModel vm

    readonly property real unit: (width - spacing * 3) / 10

    spacing: Theme.s3
    height: Theme.control + Theme.s3

    PushButton {
        objectName: "console.back"
        width: root.unit * 2.2
        height: parent.height
        icon: width > 220 ? "arrow-left" : ""
        text: qsTr("上一页")
        enabled: root.vm.index > 0
        onClicked: root.vm.back()
    }

    PushButton {
        objectName: "console.next"
        width: root.unit * 4
        height: parent.height
        tone: "red"
        icon: "arrow-right"
        text: qsTr("下一页")
        enabled: root.vm.index + 1 < root.vm.count
        onClicked: root.vm.next()
    }

    PushButton {
        objectName: "console.black"
        width: root.unit * 1.9
        height: parent.height
        tone: "ink"
        text: root.vm.screen === "black" ? qsTr("亮屏") : qsTr("黑屏")
        onClicked: root.vm.cover("black")
    }

    PushButton {
        objectName: "console.white"
        width: root.unit * 1.9
        height: parent.height
        text: root.vm.screen === "white" ? qsTr("亮屏") : qsTr("白屏")
        onClicked: root.vm.cover("white")
    }
}
