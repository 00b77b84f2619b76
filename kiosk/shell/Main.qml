import QtQuick
import QtQuick.Window
import kiosk.design
import kiosk.shell
import kiosk.state
import kiosk.sdk

// The one window.
Window {
    id: window

    required property Shell shell
    required property Visit visit
    required property Narrator narrator
    required property AttractModel attractModel
    required property Panel panel // the glass: diagonal, gloves, rotation

    required property ScreenLife life // dark, dim, cleaning, how loud

    property bool locked: false // full-screen on a machine of its own

    title: qsTr("先锋屏")
    color: Theme.paper
    visible: false
    flags: locked ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    onClosing: close => close.accepted = !locked

    Hall {
        id: hall

        anchors.fill: parent
        shell: window.shell
        visit: window.visit
        narrator: window.narrator
        attractModel: window.attractModel
        panel: window.panel
        life: window.life
    }
}
