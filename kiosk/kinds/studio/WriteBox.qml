pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// One field to write into, and tabs to choose which; it stays above the keyboard, whose red key goes on to the next.
Item {
    id: root

    required property StudioViewModel vm
    required property var tabs // `field`, `word`, `hint`, `digits`
    property int at: 0

    readonly property var tab: tabs[at]
    readonly property bool last: at + 1 === tabs.length

    function choose(place: int): void {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        at = place;
        input.fill();
        input.forceActiveFocus();
    }

    function rest(): void {
        Qt.inputMethod.commit(); // qmllint disable missing-property
        input.focus = false;
    }

    implicitHeight: Theme.chip + Theme.s2 + 128

    Row {
        id: row

        spacing: Theme.s2

        Repeater {
            model: root.tabs

            Chip {
                required property int index
                required property var modelData

                objectName: "studio.tab." + modelData.field
                width: (root.width - row.spacing * (root.tabs.length - 1)) / root.tabs.length
                text: modelData.word
                checked: root.at === index
                onClicked: root.choose(index)
            }
        }
    }

    Rectangle {
        id: frame

        y: Theme.chip + Theme.s2
        width: root.width
        height: root.height - y
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink

        Label {
            visible: input.text === "" && input.preeditText === "" && !input.activeFocus
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.s4
            width: parent.width - Theme.s4 * 2
            text: root.tab.hint
            color: Theme.off
            font.pixelSize: Theme.option
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            elide: Text.ElideRight
        }

        TextInput {
            id: input

            readonly property string confirmWord: root.last ? qsTr("写好了") : qsTr("下一格") // on the keyboard's red key

            function fill(): void {
                const said = root.vm.order.draft.mine[root.tab.field];
                if (text !== said && !inputMethodComposing)
                    text = said;
            }

            objectName: "studio.input"
            anchors.fill: parent
            anchors.leftMargin: Theme.s4
            anchors.rightMargin: Theme.s4
            verticalAlignment: TextInput.AlignVCenter
            font.family: Theme.song
            font.weight: Font.Bold
            font.pixelSize: Theme.h3
            color: Theme.ink
            cursorDelegate: Caret {
                shown: input.activeFocus
            }
            maximumLength: root.vm.order.most(root.tab.field)
            clip: true
            activeFocusOnTab: true
            inputMethodHints: (root.tab.digits ? Qt.ImhPreferNumbers : root.vm.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
            renderType: Text.NativeRendering
            Accessible.role: Accessible.EditableText
            Accessible.name: root.tab.word
            Component.onCompleted: fill()
            onTextChanged: root.vm.order.write(root.tab.field, text)
            onAccepted: root.last ? root.rest() : root.choose(root.at + 1)
            onActiveFocusChanged: {
                // qmllint disable missing-property
                if (activeFocus)
                    Qt.inputMethod.show();
                else
                    Qt.inputMethod.hide();
                // qmllint enable missing-property
            }

            Connections {
                target: root.vm.order

                // A phrase was chosen.
                function onEdited(): void {
                    input.fill();
                }
            }
        }
    }
}
