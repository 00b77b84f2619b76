pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// What goes into the blank. With `typing` it is a text field that calls the keyboard; else it only shows what was pressed.
Item {
    id: root

    property string text: ""
    property bool typing: false
    property int most: 40
    property string hint: typing ? qsTr("碰这里，把答案写上") : qsTr("用下面的数字填")

    signal edited(words: string)
    signal sent

    implicitHeight: Theme.optionHeight

    Rectangle {
        anchors.fill: parent
        color: root.typing ? Theme.sheet : "transparent"
        border.width: Theme.line
        border.color: Theme.ink
    }

    Label {
        visible: root.text === "" && !input.activeFocus
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.s4
        width: parent.width - Theme.s4 * 2
        text: root.hint
        color: Theme.off
        font.pixelSize: Theme.option
        elide: Text.ElideRight
    }

    Song {
        objectName: "quiz.filled"
        visible: !root.typing
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Theme.s1 // figures stand low in their line
        text: root.text
        font.pixelSize: Theme.h1
        leading: 1
        font.features: {
            "lnum": 1
        }
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    TextInput {
        id: input

        objectName: "quiz.input"
        visible: root.typing
        enabled: root.typing
        anchors.fill: parent
        anchors.margins: Theme.s4
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.sans
        font.pixelSize: Theme.option
        color: Theme.ink
        cursorDelegate: Caret {
            shown: input.activeFocus
        }
        maximumLength: root.most
        clip: true
        activeFocusOnTab: true
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        renderType: Text.NativeRendering
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("答案")
        onTextEdited: root.edited(text)
        onAccepted: root.sent()
        onActiveFocusChanged: {
            // qmllint disable missing-property
            if (activeFocus)
                Qt.inputMethod.show();
            else
                Qt.inputMethod.hide();
            // qmllint enable missing-property
        }
        Keys.onUpPressed: event => event.accepted = false
    }

    Focus {
        target: root
        visible: root.typing && input.activeFocus
    }
}
