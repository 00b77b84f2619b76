pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// Filling in one cell: the field on the wall, the keyboard at hand; its red key writes it down.
Item {
    id: root

    required property ReportLedger vm

    objectName: "reports.typing"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("台账")
    }

    Song {
        id: title

        x: tag.x + tag.width + Theme.s5
        y: Theme.s4
        width: parent.width - x - Theme.margin
        text: root.vm.cellTitle
        font.pixelSize: Theme.h2
        leading: 1.2
    }

    Label {
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        objectName: "reports.hint"
        text: root.vm.cellHint
        color: root.vm.refused ? Theme.redDark : Theme.ink2
        bold: root.vm.refused
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }

    Rectangle {
        x: Theme.margin
        y: 276
        width: parent.width - Theme.margin * 2
        height: Theme.s8
        color: Theme.sheet
        border.width: Theme.edge
        border.color: root.vm.refused ? Theme.red : Theme.ink

        TextInput {
            id: input

            readonly property string confirmWord: qsTr("记下") // on the keyboard's red key

            objectName: "reports.field"
            anchors.fill: parent
            anchors.leftMargin: Theme.s4
            anchors.rightMargin: Theme.s4
            verticalAlignment: TextInput.AlignVCenter
            clip: true
            text: root.vm.cellValue
            color: Theme.ink
            cursorDelegate: Caret {
                shown: input.activeFocus
            }
            selectionColor: Theme.ink
            selectedTextColor: Theme.overInk
            font.family: Theme.sans
            font.pixelSize: Theme.option
            maximumLength: 400
            renderType: Text.NativeRendering
            inputMethodHints: (root.vm.digits ? Qt.ImhLatinOnly : Qt.ImhNone) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
            Accessible.name: root.vm.cellTitle
            onAccepted: root.vm.write(text)
            Component.onCompleted: {
                forceActiveFocus();
                cursorPosition = text.length;
            }
        }
    }
}
