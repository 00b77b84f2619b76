pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// What the speaker reads: first what cannot be shown, then what must be said, then the notes.
Flickable {
    id: root

    required property StageViewModel vm

    objectName: "console.notes"
    contentHeight: words.height + Theme.s3
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Connections {
        target: root.vm

        function onStepChanged(): void {
            root.contentY = 0;
        }
    }

    Column {
        id: words

        width: root.width
        spacing: root.vm.notesSize * 0.5

        Rectangle {
            objectName: "console.lack"
            visible: root.vm.lack !== ""
            width: words.width
            height: lackText.height + Theme.s2 * 2
            color: Theme.red

            Icon {
                id: lackMark

                x: Theme.s2
                y: Theme.s2
                name: "alert"
                size: root.vm.notesSize
                color: Theme.overRed
            }

            Label {
                id: lackText

                x: lackMark.x + lackMark.width + Theme.s2
                y: Theme.s2
                width: parent.width - x - Theme.s2
                text: qsTr("只有你看得到：%1").arg(root.vm.lack)
                bold: true
                font.pixelSize: Math.min(root.vm.notesSize, 42)
                wrapMode: Text.Wrap
                color: Theme.overRed
            }
        }

        Repeater {
            model: root.vm.mustSay

            Rectangle {
                id: must

                required property string modelData

                width: words.width
                height: mustText.height + Theme.s2 * 2
                color: Theme.sheet

                Rectangle {
                    width: 16
                    height: parent.height
                    color: Theme.red
                }

                Label {
                    id: mustText

                    x: 16 + Theme.s3
                    y: Theme.s2
                    width: parent.width - x - Theme.s2
                    text: qsTr("要讲到：%1").arg(must.modelData)
                    bold: true
                    font.pixelSize: root.vm.notesSize
                    wrapMode: Text.Wrap
                }
            }
        }

        Repeater {
            model: root.vm.notes

            Label {
                required property var modelData

                width: words.width
                text: (modelData.mark !== "" && modelData.mark !== "h" && modelData.mark !== "q" ? modelData.mark + "  " : "") + modelData.text
                bold: modelData.mark === "h"
                font.pixelSize: root.vm.notesSize
                lineHeight: 1.1
                wrapMode: Text.Wrap
            }
        }

        Label {
            visible: root.vm.notes.length === 0 && root.vm.mustSay.length === 0
            width: parent.width
            text: qsTr("这一页没有备注")
            color: Theme.ink2
        }
    }
}
