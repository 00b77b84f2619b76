import QtQuick
import kiosk.design
import kiosk.screens.search

// The field on the wall. It is not touched: the cursor is always in it while the page is on top.
Item {
    id: root

    required property SearchViewModel vm

    signal confirmed

    readonly property string composing: vm.typed(input.preeditText)
    property string asked: "" // the letters in the field as they were typed

    // A control that was reached with the Tab key keeps the focus; a page or the window itself gives it back.
    function take(): void {
        if (!visible || Window.activeFocusItem?.clicked !== undefined) // qmllint disable missing-property
            return;
        if (input.text !== asked)
            input.text = asked;
        input.forceActiveFocus();
    }

    // Called later, when the focus has settled: on its way out the input method puts its first candidate into the field unasked.
    function listen(): void {
        if (!input.activeFocus)
            return;
        asked = input.text + composing;
        vm.ask(input.text, input.preeditText);
    }

    height: Theme.s8
    onVisibleChanged: take()
    Component.onCompleted: take()

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.edge
        border.color: Theme.ink
    }

    Icon {
        id: lens

        x: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        name: "magnify"
        size: 64
    }

    // Draws nothing itself: the input method shows pinyin in capitals, a visitor expects the letters of the keys.
    TextInput {
        id: input

        readonly property string confirmWord: qsTr("找") // on the keyboard's red key

        objectName: "search.field"
        anchors.fill: line
        opacity: 0
        activeFocusOnPress: false
        selectByMouse: false
        maximumLength: 30
        font: committed.font
        inputMethodHints: (root.vm.latin ? Qt.ImhLatinOnly : Qt.ImhNone) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
        Accessible.name: qsTr("想找谁？")
        onActiveFocusChanged: {
            if (!activeFocus)
                Qt.callLater(root.take);
        }
        onTextChanged: Qt.callLater(root.listen)
        onPreeditTextChanged: Qt.callLater(root.listen)
        onAccepted: root.confirmed()
    }

    Item {
        id: line

        x: lens.x + lens.width + Theme.s3
        width: parent.width - x - Theme.s4
        height: parent.height
        clip: true

        // What does not fit leaves at the left: the end, where the cursor is, stays in sight.
        Row {
            x: Math.min(0, line.width - width)
            anchors.verticalCenter: parent.verticalCenter

            Label {
                id: committed

                objectName: "search.query"

                text: input.text + root.composing
                font.pixelSize: Theme.h2
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.section
                height: 64
                color: Theme.red
            }
        }
    }
}
