pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.people

// The three orders, and under them where each group begins; both rows scroll sideways when they are too long.
Tray {
    id: root

    required property PeopleViewModel vm
    property int inset: Theme.margin

    signal jump(int row)

    implicitHeight: (Theme.chip + Theme.s2) * 2 + Theme.s2

    Flickable {
        x: root.inset
        y: Theme.s2
        width: root.width - x
        height: Theme.chip
        contentWidth: orders.width + Theme.s3
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Row {
            id: orders

            spacing: Theme.s2

            Repeater {
                model: root.vm.orders

                Chip {
                    required property var modelData

                    objectName: "people.order." + modelData.key
                    text: modelData.text
                    checked: modelData.on
                    onClicked: root.vm.choose(modelData.key)
                }
            }
        }
    }

    Flickable {
        x: root.inset
        y: Theme.s2 * 2 + Theme.chip
        width: root.width - x
        height: Theme.chip
        contentWidth: places.width + Theme.s3
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Row {
            id: places

            spacing: Theme.s2

            Repeater {
                model: root.vm.groups

                Chip {
                    required property int index
                    required property var modelData

                    objectName: "people.group." + index
                    text: modelData.text + " " + modelData.count
                    onClicked: root.jump(modelData.row)
                }
            }
        }
    }
}
