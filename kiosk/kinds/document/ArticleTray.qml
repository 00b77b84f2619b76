import QtQuick
import kiosk.design
import kiosk.kinds.document

// On to the next article, or, when something is searched for, to the next place where it stands.
Tray {
    id: root

    required property DocumentViewModel vm
    property int edge: Theme.margin
    property int hand: 0

    readonly property bool searching: vm.searching

    Row {
        id: buttons

        x: root.edge
        width: root.hand
        height: Theme.control
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s3

        PushButton {
            objectName: "document.previous"
            width: (buttons.width - buttons.spacing * 3) * (Theme.latin ? 0.14 : 0.285)
            height: parent.height
            icon: "arrow-left"
            text: Theme.latin ? "" : name
            name: root.searching ? qsTr("上一处") : qsTr("上一条")
            enabled: root.searching ? root.vm.matchBefore : root.vm.previousLabel !== ""
            onClicked: root.searching ? root.vm.stepMatch(-1) : root.vm.step(-1)
        }

        PushButton {
            objectName: "document.toContents"
            width: (buttons.width - buttons.spacing * 3) * (Theme.latin ? 0.245 : 0.17)
            height: parent.height
            text: qsTr("目录")
            onClicked: root.vm.to("contents")
        }

        PushButton {
            objectName: "document.find"
            width: (buttons.width - buttons.spacing * 3) * (Theme.latin ? 0.215 : 0.15)
            height: parent.height
            icon: root.searching ? "" : "magnify"
            text: root.searching ? qsTr("结果") : ""
            name: root.searching ? qsTr("结果") : qsTr("查字句")
            onClicked: root.vm.to("find")
        }

        PushButton {
            objectName: "document.next"
            width: buttons.width - x
            height: parent.height
            tone: "red"
            icon: "arrow-right"
            text: root.searching ? qsTr("下一处") : root.vm.nextLabel !== "" ? root.vm.nextLabel : qsTr("读完了")
            enabled: root.searching ? root.vm.matchAfter : root.vm.nextLabel !== ""
            onClicked: root.searching ? root.vm.stepMatch(1) : root.vm.step(1)
        }
    }
}
