pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// A letter of this kiosk that has no answer yet: said as it is.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "suggestion.waiting"

    StepWall {
        vm: root.vm
        titleSize: root.wide ? Theme.h1 : Theme.door
        title: qsTr("收到了，\n还没答复")
        note: root.vm.lookup.since ? qsTr("%1交的。").arg(root.vm.lookup.since) : ""
    }

    Finding {
        x: root.edge
        y: root.wide ? Theme.s7 : Theme.handZone + Theme.s4
        width: root.room
        tone: "info"
        title: root.vm.lookup.sinceDays < 0 ? qsTr("封着，在等办公室来取") : root.vm.lookup.sinceDays === 0 ? qsTr("今天刚交的") : qsTr("等了 %1 天").arg(root.vm.lookup.sinceDays)
        note: root.vm.letter.answerDays > 0 ? qsTr("办公室答应 %1 天内答复。答复会随新内容到这块屏上，过几天再来查。").arg(root.vm.letter.answerDays) : qsTr("答复会随新内容到这块屏上，过几天再来查。")
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s3 : Theme.s5) * 2

        PushButton {
            objectName: "suggestion.home"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.room
            height: Theme.control
            tone: "red"
            text: qsTr("看看别人提的")
            onClicked: root.vm.home()
        }
    }
}
