pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// One line of a ledger: what the records say on the wall, what the officer fills in at hand.
Item {
    id: root

    required property ReportLedger vm

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 876 : width

    objectName: "reports.line"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("台账")
    }

    Song {
        id: title

        x: tag.x + tag.width + Theme.s5
        y: Theme.s5
        width: root.wall - x - Theme.s5
        text: root.vm.lineTitle
        font.pixelSize: Theme.h2
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        leading: 1.2
    }

    Label {
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.s3
        text: root.vm.lineAbout
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: root.wide ? 12 : 7
        elide: Text.ElideRight
        lineHeight: 1.35
    }

    Rectangle {
        x: root.wide ? root.wall : 0
        y: root.wide ? 0 : Theme.handZone
        width: root.width - x
        height: root.height - y
        color: Theme.kraft

        ListView {
            id: list

            objectName: "reports.cells"
            anchors.fill: parent
            anchors.leftMargin: root.wide ? Theme.s4 : Theme.margin
            anchors.rightMargin: root.wide ? Theme.s4 : Theme.margin
            anchors.topMargin: Theme.s3
            anchors.bottomMargin: Theme.s3
            clip: true
            spacing: Theme.s2
            boundsBehavior: Flickable.StopAtBounds
            model: root.vm.cells

            delegate: Pressable {
                id: row

                required property var modelData

                objectName: "reports.cell." + modelData.key
                enabled: !modelData.photos
                width: list.width
                height: Math.max(Theme.optionHeight, words.height + Theme.s3)
                name: modelData.title + " " + modelData.value
                onClicked: root.vm.openCell(modelData.key)

                Rectangle {
                    anchors.fill: parent
                    color: !row.enabled ? "transparent" : row.down ? Theme.kraft : Theme.sheet
                    border.width: row.enabled ? Theme.line : 0
                    border.color: row.modelData.missing !== "" ? Theme.red : Theme.ink
                }

                Column {
                    id: words

                    x: Theme.s4
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x * 2 - (row.enabled ? 60 : 0)

                    Label {
                        width: parent.width
                        text: row.modelData.title
                        font.pixelSize: Theme.meta
                        color: Theme.ink2
                    }

                    Song {
                        visible: text !== ""
                        width: parent.width
                        text: row.modelData.value
                        font.pixelSize: Theme.button
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        leading: 1.25
                    }

                    Label {
                        visible: text !== ""
                        width: parent.width
                        text: row.modelData.note !== "" ? row.modelData.note : row.modelData.missing
                        color: row.modelData.missing !== "" ? Theme.redDark : Theme.ink2
                        font.pixelSize: Theme.meta
                        wrapMode: Text.Wrap
                    }
                }

                Icon {
                    visible: row.enabled
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    name: "pencil-outline"
                }

                Accessible.role: Accessible.Button
            }
        }
    }
}
