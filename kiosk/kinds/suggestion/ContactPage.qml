pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// Who writes, if they want to say. With the keyboard up only the field that is filled in is shown.
Item {
    id: root

    required property SuggestionViewModel vm

    signal done

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property int above: wide ? Theme.s7 : Theme.handZone + Theme.s4
    readonly property bool keys: (name.typing || number.typing || phone.typing) && Qt.inputMethod.visible // qmllint disable missing-property

    objectName: "suggestion.contact"

    StepWall {
        vm: root.vm
        compact: root.keys
        titleSize: root.wide ? Theme.h1 : Theme.door
        title: qsTr("留名，\n还是不留？")
        note: qsTr("三样都可以不填，不填一样受理。填了，也一起封好，只有办公室看得到。")
    }

    Column {
        x: root.edge
        y: root.above
        width: root.room
        spacing: Theme.s3

        ContactField {
            id: name

            objectName: "suggestion.name"
            visible: !root.keys || typing
            width: parent.width
            label: qsTr("姓名")
            han: root.vm.han
            text: root.vm.letter.contact.name
            onEdited: words => root.vm.letter.fill("name", words)
            onDone: root.done()
        }

        ContactField {
            id: number

            objectName: "suggestion.number"
            visible: !root.keys || typing
            width: parent.width
            label: qsTr("工号")
            digits: true
            text: root.vm.letter.contact.number
            onEdited: words => root.vm.letter.fill("number", words)
            onDone: root.done()
        }

        ContactField {
            id: phone

            objectName: "suggestion.phone"
            visible: !root.keys || typing
            width: parent.width
            label: qsTr("电话")
            digits: true
            text: root.vm.letter.contact.phone
            onEdited: words => root.vm.letter.fill("phone", words)
            onDone: root.done()
        }
    }

    Tray {
        id: tray

        visible: !root.keys
        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s3 : Theme.s5) * 2

        PushButton {
            objectName: "suggestion.next"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.room
            height: Theme.control
            tone: "red"
            text: root.vm.letter.named ? qsTr("下一步，再看一遍") : qsTr("不留名，再看一遍")
            onClicked: root.vm.letter.next()
        }
    }
}
