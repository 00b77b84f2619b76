pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.catalog

// Two rows of filters on the skirting, the second only where it has chips; each scrolls sideways when it is longer than the screen.
Tray {
    id: root

    required property CatalogViewModel vm
    property int inset: Theme.margin

    readonly property bool one: vm.chips[1].length === 0

    implicitHeight: one ? Theme.chip + Theme.s4 * 2 : (Theme.chip + Theme.s2) * 2 + Theme.s2

    Chip {
        id: find

        readonly property bool alone: root.vm.chips[0].length === 0

        objectName: "catalog.search"
        x: root.inset
        y: root.one ? Theme.s4 : Theme.s2
        width: alone ? root.width - x * 2 : 132
        icon: "magnify"
        text: alone ? name : ""
        name: qsTr("找一找")
        onClicked: root.vm.openSearch()
    }

    // The rows stay while their chips change, so that neither jumps back to its start.
    Repeater {
        model: 2

        Flickable {
            id: line

            required property int index

            x: index === 0 ? find.x + find.width + Theme.s2 : root.inset
            y: find.y + index * (Theme.chip + Theme.s2)
            width: root.width - x
            height: Theme.chip
            contentWidth: strip.width + Theme.s3
            flickableDirection: Flickable.HorizontalFlick
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Row {
                id: strip

                spacing: Theme.s2

                Repeater {
                    model: root.vm.chips[line.index]

                    Chip {
                        required property var modelData

                        objectName: "chip." + modelData.field + "." + modelData.key
                        text: modelData.text
                        checked: modelData.on
                        count: modelData.count
                        onClicked: root.vm.choose(modelData.field, modelData.key)
                    }
                }
            }
        }
    }
}
