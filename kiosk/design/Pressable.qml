import QtQuick
import kiosk.design

// What every touchable thing shares: pressed, focus ring, keyboard, accessibility, one `clicked` per touch.
// It shows nothing itself but the ring.
FocusScope {
    id: root

    property bool down: area.pressed && area.containsMouse
    property alias hitMargin: area.anchors.margins
    property string name: ""
    property bool checked: false
    property bool ring: true

    signal clicked
    signal held

    activeFocusOnTab: enabled
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.checked: checked
    Accessible.onPressAction: clicked()

    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onSpacePressed: clicked()

    MouseArea {
        id: area

        anchors.fill: parent
        preventStealing: false
        onClicked: root.clicked()
        onPressAndHold: root.held()
    }

    Focus {
        target: root
        visible: root.ring && root.activeFocus && root.enabled
    }
}
