import QtQuick
import kiosk.design
import kiosk.stage

// Asked before the lecture is over. Only ever on the speaker's side.
Rectangle {
    id: root

    required property StageViewModel vm

    implicitHeight: words.height + counts.height + keys.height + Theme.s5 * 2 + Theme.s4 * 2
    color: Theme.kraft

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    Column {
        id: words

        x: Theme.margin
        y: Theme.s5
        width: parent.width - x * 2
        spacing: Theme.s2

        Song {
            width: parent.width
            text: qsTr("讲完了，下讲台？")
            font.pixelSize: Theme.h2
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            text: qsTr("讲了 %1，每一步的时间会记进活动记录，屏幕回到首页。").arg(root.vm.elapsedText)
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
    }

    Row {
        id: counts

        x: Theme.margin
        y: words.y + words.height + Theme.s4
        spacing: Theme.s3

        Stepper {
            base: "leave.attendance"
            width: Math.min(560, (root.width - Theme.margin * 2 - Theme.s3) / 2)
            typeable: false
            label: qsTr("到场")
            value: root.vm.live.attendance
            onChanged: value => root.vm.live.setAttendance(value)
        }

        Stepper {
            base: "leave.photos"
            width: Math.min(560, (root.width - Theme.margin * 2 - Theme.s3) / 2)
            typeable: false
            label: qsTr("照片")
            value: root.vm.live.photos
            onChanged: value => root.vm.live.setPhotos(value)
        }
    }

    Row {
        id: keys

        x: Theme.margin
        y: counts.y + counts.height + Theme.s4
        spacing: Theme.s3

        PushButton {
            objectName: "leave.stay"
            width: 380
            text: qsTr("接着讲")
            onClicked: root.vm.openPanel("")
        }

        PushButton {
            objectName: "leave.go"
            width: 380
            tone: "ink"
            text: qsTr("下讲台")
            onClicked: root.vm.leave()
        }
    }
}
