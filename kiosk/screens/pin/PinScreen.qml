pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.pin

// The administrator's PIN: how many digits were typed on the wall, the keys in the hand zone.
Item {
    id: root

    required property PinViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property int keyWidth: (room - Theme.s3 * 2) / 3
    readonly property int keyHeight: wide ? 176 : 200

    objectName: "pin"
    focus: true
    Component.onCompleted: Qt.callLater(forceActiveFocus) // once it stands on the stack
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            vm.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            vm.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            vm.confirm();
        else
            return;
        event.accepted = true;
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("值班")
        Component.onCompleted: drop()
    }

    Song {
        x: tag.x + tag.width + Theme.s5
        y: Theme.s6
        width: (root.wide ? root.edge : root.width) - x - Theme.margin
        text: root.vm.title
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.1
    }

    // One square for each digit; never fewer than four places.
    Row {
        id: digits

        readonly property int places: Math.max(4, root.vm.count)
        readonly property int step: Math.min(132, ((root.wide ? root.edge - Theme.s6 : root.width) - Theme.margin * 2) / places)

        objectName: "pin.digits"
        visible: !root.vm.locked
        x: Theme.margin
        y: 330
        spacing: step - cell
        readonly property int cell: step - Math.min(Theme.s3, step / 5)

        Repeater {
            model: digits.places

            Rectangle {
                required property int index
                readonly property bool full: index < root.vm.count

                width: digits.cell
                height: digits.cell
                color: full ? Theme.ink : "transparent"
                border.width: Theme.section
                border.color: full ? Theme.ink : Theme.track
            }
        }
    }

    Song {
        objectName: "pin.wait"
        visible: root.vm.locked
        x: Theme.margin
        y: 264
        text: root.vm.wait
        font.pixelSize: 220
        font.features: {
            "tnum": 1
        }
        color: Theme.ink
        leading: 1
    }

    Label {
        objectName: "pin.said"
        x: Theme.margin
        y: 600
        width: (root.wide ? root.edge - Theme.s6 : root.width) - Theme.margin * 2
        text: root.vm.busy ? qsTr("正在核对") : root.vm.said !== "" ? root.vm.said : root.vm.whose
        font.pixelSize: Theme.button
        bold: root.vm.said !== ""
        color: root.vm.said !== "" ? Theme.redDark : Theme.ink2
        wrapMode: Text.Wrap
    }

    Rectangle {
        x: root.wide ? root.edge - Theme.s5 : 0
        y: root.wide ? 0 : Theme.handZone
        width: root.width - x
        height: root.height - y
        color: Theme.kraft
    }

    Grid {
        id: keys

        x: root.edge
        y: root.wide ? (root.height - height) / 2 : Theme.handZone + (root.height - Theme.handZone - height) / 2
        columns: 3
        spacing: Theme.s3

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            PinKey {
                required property string modelData

                objectName: "pin.key." + modelData
                width: root.keyWidth
                height: root.keyHeight
                enabled: !root.vm.locked
                text: modelData
                onClicked: root.vm.press(modelData)
            }
        }

        PinKey {
            objectName: "pin.erase"
            width: root.keyWidth
            height: root.keyHeight
            enabled: root.vm.count > 0 && !root.vm.locked
            icon: "backspace-outline"
            text: qsTr("删掉一位")
            onClicked: root.vm.erase()
            onHeld: root.vm.clear()
        }

        PinKey {
            objectName: "pin.key.0"
            width: root.keyWidth
            height: root.keyHeight
            enabled: !root.vm.locked
            text: "0"
            onClicked: root.vm.press("0")
        }

        PinKey {
            objectName: "pin.confirm"
            width: root.keyWidth
            height: root.keyHeight
            enabled: root.vm.ready && !root.vm.locked
            primary: true
            text: root.vm.confirmText
            onClicked: root.vm.confirm()
        }
    }
}
