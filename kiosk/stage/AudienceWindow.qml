import QtQuick
import QtQuick.Window
import kiosk.design
import kiosk.stage

// The audience's screen: the slide and nothing else, whatever happens.
Window {
    id: window

    required property StageViewModel vm
    property bool locked: true

    title: qsTr("先锋屏 讲堂")
    color: Theme.artInk
    visible: false
    flags: Qt.Window | Qt.FramelessWindowHint
    onClosing: close => close.accepted = !locked

    AudienceScene {
        id: scene

        objectName: "audience"
        anchors.fill: parent
        vm: window.vm
    }

    BuzzZones {
        x: scene.sheetX
        y: scene.sheetY + (Sheet.height - 190) * scene.fit
        width: Sheet.width * scene.fit
        height: 190 * scene.fit
        vm: window.vm
    }
}
