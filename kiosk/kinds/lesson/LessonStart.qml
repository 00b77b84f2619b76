import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// What this lesson is, how long it takes, and two ways to begin.
Item {
    id: root

    required property LessonViewModel vm

    objectName: "lesson.start"

    StepCells {
        id: cells

        width: root.width
        vm: root.vm
    }

    Song {
        id: heading

        y: cells.height + Theme.s4
        width: root.width
        text: root.vm.subtitle || root.vm.title
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    ReadArea {
        objectName: "lesson.about"
        y: heading.y + heading.height + Theme.s2
        width: root.width
        height: facts.y - y - Theme.s2
        paragraphs: root.vm.about ? [root.vm.about] : []
    }

    Row {
        id: facts

        anchors.bottom: who.top
        anchors.bottomMargin: Theme.s3
        spacing: Theme.s3

        readonly property real cell: (root.width - spacing * 2) / 3

        LessonFact {
            width: facts.cell
            figure: qsTr("%1 步").arg(root.vm.total)
            text: qsTr("一步考一题")
        }

        LessonFact {
            width: facts.cell
            figure: qsTr("%1 分钟").arg(root.vm.minutes)
            text: qsTr("学错可以再看")
        }

        LessonFact {
            width: facts.cell
            figure: qsTr("一张证书")
            text: qsTr("学完就给")
        }
    }

    PushButton {
        id: who

        objectName: "lesson.who"
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.s3
        width: root.width
        icon: "card-account-details-outline"
        text: qsTr("报工号，下次接着学")
        onClicked: root.vm.who.begin()
    }

    PushButton {
        id: go

        objectName: "lesson.go"
        anchors.bottom: parent.bottom
        width: root.width
        tone: "red"
        text: qsTr("开始学")
        onClicked: root.vm.begin()
    }
}
