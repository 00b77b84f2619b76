pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// Where the answer is written; it calls the keyboard, whose red key guesses.
Item {
    id: root

    required property RiddleViewModel vm

    function take(): void {
        input.forceActiveFocus();
    }

    implicitHeight: Theme.control

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink
    }

    Label {
        visible: input.text === "" && input.preeditText === "" && !input.activeFocus
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.s4
        width: parent.width - Theme.s4 * 2
        text: qsTr("碰这里，用拼音写谜底")
        color: Theme.off
        font.pixelSize: Theme.option
        elide: Text.ElideRight
    }

    TextInput {
        id: input

        readonly property string confirmWord: qsTr("就猜它") // on the keyboard's red key

        objectName: "riddle.input"
        anchors.fill: parent
        anchors.leftMargin: Theme.s4
        anchors.rightMargin: Theme.s4
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.song
        font.weight: Font.Bold
        font.pixelSize: Theme.h2
        color: Theme.ink
        cursorDelegate: Caret {
            shown: input.activeFocus
        }
        maximumLength: 20
        clip: true
        activeFocusOnTab: true
        inputMethodHints: (root.vm.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        renderType: Text.NativeRendering
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("谜底")
        onTextChanged: root.vm.lantern.write(text)
        onAccepted: root.vm.lantern.confirm()
        onActiveFocusChanged: {
            // qmllint disable missing-property
            if (activeFocus)
                Qt.inputMethod.show();
            else
                Qt.inputMethod.hide();
            // qmllint enable missing-property
        }

        Connections {
            target: root.vm

            // A wrong guess leaves an empty field.
            function onTurned(): void {
                if (root.vm.lantern.typed === "")
                    input.text = "";
            }
        }
    }
}
