pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A line to fill in, or not; it calls the keyboard.
Item {
    id: root

    property string label: ""
    property string text: ""
    property bool digits: false
    property bool han: true
    readonly property bool typing: input.activeFocus

    signal edited(words: string)
    signal done

    implicitHeight: Theme.optionHeight

    function take(): void {
        input.forceActiveFocus();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink
    }

    Label {
        id: head

        x: Theme.s4
        width: 232
        anchors.verticalCenter: parent.verticalCenter
        text: root.label
        bold: true
        wrapMode: Text.Wrap
    }

    Label {
        visible: input.text === "" && input.preeditText === "" && !input.activeFocus
        anchors.fill: input
        verticalAlignment: Text.AlignVCenter
        text: qsTr("可以不填")
        color: Theme.off
    }

    TextInput {
        id: input

        readonly property string confirmWord: qsTr("填好了") // on the keyboard's red key

        objectName: root.objectName + ".input"
        anchors.left: head.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        height: parent.height
        verticalAlignment: TextInput.AlignVCenter
        text: root.text
        font.family: Theme.sans
        font.pixelSize: Theme.option
        color: Theme.ink
        cursorDelegate: Caret {
            shown: input.activeFocus
        }
        maximumLength: 40
        clip: true
        activeFocusOnTab: true
        inputMethodHints: (root.digits ? Qt.ImhPreferNumbers : root.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        renderType: Text.NativeRendering
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        onTextEdited: root.edited(text)
        onAccepted: root.done()
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
