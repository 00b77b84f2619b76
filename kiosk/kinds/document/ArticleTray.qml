import QtQuick
import kiosk.design
import kiosk.kinds.document

// On to the next article, or, when something is searched for, to the next place where it stands.
Tray {
    id: root

    required property DocumentViewModel vm
    property int edge: Theme.margin
    property int hand: 0

    readonly property bool searching: vm.search.searching

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
            enabled: root.searching ? root.vm.search.before : root.vm.article.previousLabel !== ""
            onClicked: root.searching ? root.vm.search.step(-1) : root.vm.article.step(-1)
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
            text: root.searching ? qsTr("下一处") : root.vm.article.nextLabel !== "" ? root.vm.article.nextLabel : qsTr("读完了")
            enabled: root.searching ? root.vm.search.after : root.vm.article.nextLabel !== ""
            onClicked: root.searching ? root.vm.search.step(1) : root.vm.article.step(1)
        }
    }
}
