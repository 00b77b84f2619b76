import QtQuick
import kiosk.shell

// Loads a lecture over everything. By address: the first frame needs nothing of it.
Item {
    id: root

    required property Page page

    Loader {
        anchors.fill: parent
        Component.onCompleted: setSource(root.page.url, {
            vm: root.page.vm
        })
    }
}
