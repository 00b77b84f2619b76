pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// All reports by what they tell.
Item {
    id: root

    required property ReportsViewModel vm

    readonly property int edge: Theme.landscape ? Theme.s5 : Theme.margin
    readonly property int rows: Math.ceil(vm.reports.length / 2)
    readonly property int tall: Math.floor((height - foot.height - Theme.s3 * 3 - Theme.s2 * (rows - 1)) / rows)

    Grid {
        x: root.edge
        y: Theme.s3
        columns: 2
        columnSpacing: Theme.s2
        rowSpacing: Theme.s2

        Repeater {
            model: root.vm.reports

            Pressable {
                id: tile

                required property var modelData

                objectName: "reports.open." + modelData.key
                width: (root.width - root.edge * 2 - Theme.s2) / 2
                height: root.tall
                name: modelData.title + " " + modelData.note
                onClicked: root.vm.open(modelData.key)

                Rectangle {
                    anchors.fill: parent
                    color: tile.down ? Theme.ink : Theme.sheet
                    border.width: Theme.night ? Theme.line : 0
                    border.color: Theme.ink
                }

                Rectangle {
                    width: parent.width
                    height: Theme.edge
                    color: tile.modelData.key === "ledger" ? Theme.red : Theme.ink
                }

                Column {
                    x: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x * 2

                    Song {
                        width: parent.width
                        text: tile.modelData.title
                        font.pixelSize: 40
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 26
                        elide: Text.ElideRight
                        leading: 1.2
                        color: tile.down ? Theme.overInk : Theme.ink
                    }

                    Label {
                        width: parent.width
                        text: tile.modelData.note
                        font.pixelSize: Theme.small
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 22
                        elide: Text.ElideRight
                        color: tile.down ? Theme.overInk : Theme.ink2
                    }
                }
            }
        }
    }

    Label {
        id: foot

        objectName: "reports.standing.words"
        x: root.edge
        y: parent.height - height - Theme.s3
        width: parent.width - x * 2
        text: root.vm.standing
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 22
        color: Theme.ink2
    }
}
