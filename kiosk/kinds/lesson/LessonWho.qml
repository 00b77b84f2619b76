import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// The worker number, by pad, keyboard or card: then what was learnt is kept for next time.
Item {
    id: root

    required property LessonViewModel vm

    objectName: "lesson.whoPage"

    Song {
        id: heading

        width: root.width
        text: qsTr("报上工号，下次接着学")
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        id: note

        y: heading.height + Theme.s1
        width: root.width
        text: qsTr("也可以刷卡。本机不留工号，只留一个用来核对的暗号。")
        font.pixelSize: Theme.noteSize
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    NumberBox {
        id: box

        y: note.y + note.height + Theme.s3
        width: root.width
        text: root.vm.who.number
        hint: qsTr("工号，至少 3 位")
    }

    NumberPad {
        y: box.y + box.height + Theme.s3
        width: root.width
        height: go.y - y - Theme.s3
        onPressed: key => root.vm.who.press(key)
    }

    PushButton {
        id: cancel

        objectName: "lesson.noNumber"
        anchors.bottom: parent.bottom
        width: 300
        text: qsTr("不报了")
        enabled: !root.vm.who.busy
        onClicked: root.vm.who.away()
    }

    PushButton {
        id: go

        objectName: "lesson.resume"
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.width - cancel.width - Theme.s3
        tone: "red"
        enabled: root.vm.who.ready && !root.vm.who.busy
        text: root.vm.who.busy ? qsTr("正在查…") : qsTr("就是这个号")
        onClicked: root.vm.who.resume()
    }
}
