import QtQuick
import kiosk.design

// A line to be written on the wall; it has the keyboard for as long as it is seen.
Item {
    id: root

    property string text: ""
    property bool latin: false

    signal typed(string line)
    signal accepted

    function take(): void {
        input.text = root.text;
        input.forceActiveFocus();
    }

    implicitHeight: Theme.control
    Component.onCompleted: Qt.callLater(root.take) // the words come with the same change

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink
    }

    TextInput {
        id: input

        readonly property string confirmWord: qsTr("存下") // on the keyboard's red key

        objectName: "desk.field"
        anchors.fill: parent
        anchors.leftMargin: Theme.s4
        anchors.rightMargin: Theme.s4
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.sans
        font.pixelSize: Theme.option
        color: Theme.ink
        maximumLength: 300
        clip: true
        inputMethodHints: (root.latin ? Qt.ImhLatinOnly : Qt.ImhNone) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        renderType: Text.NativeRendering
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("写在这里")
        onTextChanged: {
            if (root.visible)
                root.typed(text);
        }
        onAccepted: root.accepted()
        onActiveFocusChanged: {
            // qmllint disable missing-property
            if (activeFocus)
                Qt.inputMethod.show();
            else
                Qt.inputMethod.hide();
            // qmllint enable missing-property
        }
    }
}
