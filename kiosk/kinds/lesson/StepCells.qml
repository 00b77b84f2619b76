pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// The steps: done, now, open, locked. Done ones and the open one can be touched.
Item {
    id: root

    required property LessonViewModel vm

    readonly property int count: vm.steps.length
    readonly property real gap: count > 4 ? Theme.s2 : Theme.s3
    readonly property bool latin: Math.max(0, ...vm.steps.map(s => s.word.length)) > 4
    readonly property real cell: (width - gap * (count - 1)) / count

    implicitHeight: Math.max(76, Theme.touchFloor)
    Accessible.role: Accessible.List

    Repeater {
        model: root.vm.steps

        Pressable {
            id: step

            required property int index
            required property var modelData
            readonly property bool now: modelData.look === "now"
            readonly property bool done: modelData.look === "done"
            readonly property bool locked: modelData.look === "locked"
            readonly property color words: done ? (down ? Theme.ink : Theme.overInk) : now ? Theme.overRed : locked ? Theme.off : Theme.ink

            objectName: "lesson.step." + index
            x: index * (root.cell + root.gap)
            width: root.cell
            height: root.height
            enabled: !locked
            checked: now
            name: qsTr("第 %1 步：%2").arg(index + 1).arg(modelData.word) + (done ? qsTr("，已学完") : locked ? qsTr("，还没到") : "")
            onClicked: root.vm.go(index)

            Rectangle {
                anchors.fill: parent
                color: step.done ? (step.down ? Theme.kraft : Theme.ink) : step.now ? Theme.red : step.locked ? "transparent" : step.down ? Theme.kraft : Theme.sheet
                border.width: step.done || step.now ? 0 : Theme.line
                border.color: step.locked ? Theme.track : Theme.ink
            }

            Row {
                anchors.centerIn: parent
                spacing: Theme.s2

                Icon {
                    visible: step.modelData.done && (root.cell > 170 || !root.latin)
                    anchors.verticalCenter: parent.verticalCenter
                    name: "check"
                    size: root.cell > 170 ? 40 : 28
                    color: step.words
                }

                Song {
                    id: word

                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, root.cell - Theme.s2 * 2 - (step.modelData.done && (root.cell > 170 || !root.latin) ? 52 : 0))
                    text: step.modelData.word
                    font.pixelSize: root.latin ? Theme.label : 46
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 20
                    elide: Text.ElideRight
                    color: step.words
                    leading: 1
                }
            }
        }
    }
}
