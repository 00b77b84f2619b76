pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// Taking a report along: which file, where it goes, and when the stick may be pulled out.
Item {
    id: root

    required property ReportExport vm

    readonly property int edge: Theme.landscape ? Theme.s4 : Theme.margin
    readonly property int room: width - edge * 2
    readonly property int tall: Math.max(96, Math.min(Theme.optionHeight, (write.y - Theme.s3 * 2 - end.height) / 3 - Theme.s2))

    Column {
        x: root.edge
        y: Theme.s3
        width: root.room
        spacing: Theme.s2

        Repeater {
            model: root.vm.formats

            Pressable {
                id: row

                required property var modelData

                objectName: "reports.format." + modelData.key
                width: root.room
                height: end.visible ? root.tall : Theme.optionHeight
                name: modelData.text + " " + modelData.note
                checked: modelData.on
                enabled: !root.vm.busy
                onClicked: root.vm.choose(modelData.key)

                Rectangle {
                    anchors.fill: parent
                    color: row.modelData.on ? Theme.ink : row.down ? Theme.kraft : Theme.sheet
                    border.width: Theme.line
                    border.color: Theme.ink
                }

                Column {
                    x: Theme.s4
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x * 2

                    Song {
                        width: parent.width
                        text: row.modelData.text
                        font.pixelSize: Theme.button
                        leading: 1.2
                        color: row.modelData.on ? Theme.overInk : Theme.ink
                    }

                    Label {
                        width: parent.width
                        text: row.modelData.note
                        font.pixelSize: Theme.meta
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 24
                        color: row.modelData.on ? Theme.overInk : Theme.ink2
                        elide: Text.ElideRight
                    }
                }
            }
        }

        Label {
            objectName: "reports.place"
            visible: root.vm.tone === ""
            width: parent.width
            topPadding: Theme.s3
            text: root.vm.place
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }

        Finding {
            id: end

            objectName: "reports.end"
            visible: root.vm.tone !== ""
            width: parent.width
            tone: root.vm.tone === "" ? "info" : root.vm.tone
            title: root.vm.endTitle
            note: root.vm.endNote
        }
    }

    PushButton {
        id: write

        objectName: "reports.write"
        x: root.edge
        y: parent.height - height - Theme.s3
        width: root.room
        tone: root.vm.busy ? "ink" : "red"
        enabled: root.vm.there || root.vm.busy
        text: root.vm.action
        onClicked: root.vm.go()
    }
}
