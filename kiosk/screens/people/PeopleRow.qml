pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Some people beside each other.
Item {
    id: root

    required property var people
    property int columns: 3

    readonly property real cell: (width - Theme.s3 * (columns - 1)) / columns

    signal touched(string uid)

    implicitHeight: Math.round(cell * 274 / 296) + 78 + Theme.s3

    Row {
        spacing: Theme.s3

        Repeater {
            model: root.people

            PosterCard {
                required property var modelData

                objectName: "person." + modelData.uid
                width: root.cell
                title: modelData.name
                note: modelData.note
                picture: modelData.picture
                onClicked: root.touched(modelData.uid)
            }
        }
    }
}
