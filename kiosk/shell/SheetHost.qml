import QtQuick
import kiosk.design
import kiosk.shell

// Lets a sheet rise from behind the skirting, and tells it the width.
Item {
    id: root

    required property Page page

    height: loader.item ? loader.item.implicitHeight : 0 // qmllint disable missing-property

    Loader {
        id: loader

        width: root.width
        height: parent.height
        Component.onCompleted: setSource(root.page.url, {
            vm: root.page.vm
        })

        NumberAnimation on y {
            from: Theme.s6
            to: 0
            duration: Theme.step
            easing.type: Easing.OutCubic
        }
    }
}
