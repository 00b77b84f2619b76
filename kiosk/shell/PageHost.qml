import QtQuick
import QtQuick.Controls.Basic as Controls
import kiosk.shell

// Loads one page's screen and tells the page when it is gone.
Item {
    id: root

    required property Page page
    property alias screen: loader.item

    Controls.StackView.onRemoved: page.release()

    Loader {
        id: loader

        anchors.fill: parent
        Component.onCompleted: setSource(root.page.url, {
            vm: root.page.vm
        })
    }
}
