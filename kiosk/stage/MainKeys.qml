import QtQuick
import kiosk.design
import kiosk.stage

// Back, on, black, white: the four that are used without looking. `paired`: two above two, where it is narrow and high.
Grid {
    id: root

    required property StageViewModel vm
    property bool paired: false

    readonly property real unit: (width - spacing * (columns - 1)) / (paired ? 5 : 10)
    readonly property real high: Theme.control + Theme.s3

    columns: paired ? 2 : 4
    spacing: Theme.s3
    height: paired ? high * 2 + spacing : high

    PushButton {
        objectName: "console.back"
        width: root.unit * (root.paired ? 2 : 2.2)
        height: root.high
        icon: width > 220 ? "arrow-left" : ""
        text: qsTr("上一页")
        enabled: root.vm.index > 0
        onClicked: root.vm.back()
    }

    PushButton {
        objectName: "console.next"
        width: root.unit * (root.paired ? 3 : 4)
        height: root.high
        tone: "red"
        icon: "arrow-right"
        text: qsTr("下一页")
        enabled: root.vm.index + 1 < root.vm.count
        onClicked: root.vm.next()
    }

    PushButton {
        objectName: "console.black"
        width: root.unit * (root.paired ? 2 : 1.9)
        height: root.high
        tone: "ink"
        text: root.vm.screen === "black" ? qsTr("亮屏") : qsTr("黑屏")
        onClicked: root.vm.cover("black")
    }

    PushButton {
        objectName: "console.white"
        width: root.unit * (root.paired ? 3 : 1.9)
        height: root.high
        text: root.vm.screen === "white" ? qsTr("亮屏") : qsTr("白屏")
        onClicked: root.vm.cover("white")
    }
}
