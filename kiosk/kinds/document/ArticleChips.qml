pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// The articles of this chapter as chips, and what was changed in this one.
Column {
    id: root

    required property DocumentViewModel vm
    property int rows: 1

    readonly property real least: Math.max(86, Theme.touchFloor)
    readonly property int columns: Math.max(1, Math.min(10, Math.floor((width + Theme.s1) / (least + Theme.s1))))
    readonly property real cell: Math.floor((width - Theme.s1 * (columns - 1)) / columns)
    // Read again whenever another article is on the screen.
    readonly property var shown: vm.article.at >= 0 ? vm.article.chips(columns * rows) : []

    spacing: Theme.s2

    Item {
        width: parent.width
        height: changed.visible ? changed.height : part.height

        Label {
            id: part

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (changed.visible ? changed.width + Theme.s3 : 0)
            text: root.vm.article.partLine
            bold: true
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Chip {
            id: changed

            objectName: "document.changed"
            visible: root.vm.article.wasChanged
            anchors.right: parent.right
            text: qsTr("这条改过，看对照")
            onClicked: root.vm.changes.here()
        }
    }

    Grid {
        columns: root.columns
        spacing: Theme.s1

        Repeater {
            model: root.shown

            Pressable {
                id: chip

                required property var modelData

                objectName: "document.chip." + modelData.article
                width: root.cell
                height: Theme.chip
                name: modelData.name
                checked: modelData.article === root.vm.article.at
                onClicked: root.vm.show(modelData.article)

                Rectangle {
                    anchors.fill: parent
                    color: chip.checked ? Theme.ink : chip.down ? Theme.kraft : Theme.sheet
                    border.width: Theme.hairline
                    border.color: chip.checked ? Theme.ink : Theme.ink2
                }

                Label {
                    anchors.centerIn: parent
                    width: parent.width - Theme.s1 * 2
                    horizontalAlignment: Text.AlignHCenter
                    text: chip.modelData.text
                    bold: chip.checked
                    font.pixelSize: Theme.button
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                    color: chip.checked ? Theme.overInk : Theme.ink
                    font.features: {
                        "tnum": 1
                    }
                }
            }
        }
    }
}
