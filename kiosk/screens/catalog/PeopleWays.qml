import QtQuick
import kiosk.design
import kiosk.screens.catalog

// From the room of the people to their wall and to the years of their honours.
Row {
    id: root

    required property CatalogViewModel vm

    spacing: Theme.s3

    PushButton {
        objectName: "catalog.people"
        width: (root.width - root.spacing) / 2
        implicitHeight: Theme.chip
        icon: "account-group-outline"
        text: qsTr("人物墙")
        pixelSize: Theme.label
        onClicked: root.vm.openPeople("era")
    }

    PushButton {
        objectName: "catalog.honours"
        width: (root.width - root.spacing) / 2
        implicitHeight: Theme.chip
        icon: "medal-outline"
        text: qsTr("荣誉年表")
        pixelSize: Theme.label
        onClicked: root.vm.openPeople("honours")
    }
}
