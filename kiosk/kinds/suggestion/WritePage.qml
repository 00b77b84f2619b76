pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// The words: by keyboard, or by sentences to choose. With the keyboard up, what is written takes the room of the sentences.
Item {
    id: root

    required property SuggestionViewModel vm

    signal done

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property bool keys: input.activeFocus && Qt.inputMethod.visible // qmllint disable missing-property
    readonly property real keysTop: wide ? height - 496 : height - 764

    objectName: "suggestion.write"

    StepWall {
        id: wall

        vm: root.vm
        compact: root.keys
        titleSize: root.wide ? Theme.h1 : Theme.h2
        title: qsTr("%1的事，你说").arg(root.vm.letter.topicName)
        note: root.wide ? qsTr("写给工会办公室，别人看不到。") : ""
    }

    Rectangle {
        id: sheet

        x: root.edge
        y: root.wide ? Theme.s3 : 324
        width: root.room
        height: (root.keys ? root.keysTop : root.wide ? 340 : Theme.handZone) - y - (root.keys || root.wide ? 0 : Theme.s3)
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink

        Flickable {
            id: view

            function follow(r: rect): void {
                if (contentY >= r.y)
                    contentY = r.y;
                else if (contentY + height <= r.y + r.height)
                    contentY = r.y + r.height - height;
            }

            anchors.fill: parent
            anchors.margins: Theme.s3
            anchors.bottomMargin: Theme.s5 + Theme.s2
            contentWidth: width
            contentHeight: input.height
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            TextEdit {
                id: input

                readonly property string confirmWord: qsTr("写好了") // on the keyboard's red key

                objectName: "suggestion.input"
                width: view.width
                height: Math.max(implicitHeight, view.height)
                text: root.vm.letter.text
                font.family: Theme.sans
                font.pixelSize: Theme.read
                color: Theme.ink
                cursorDelegate: Caret {
                    shown: input.activeFocus
                }
                selectionColor: Theme.highlight
                selectedTextColor: Theme.overHighlight
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                activeFocusOnTab: true
                inputMethodHints: (root.vm.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhMultiLine | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                renderType: TextEdit.NativeRendering
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("你要说的话")
                Keys.onReturnPressed: root.done()
                Keys.onEnterPressed: root.done()
                onCursorRectangleChanged: view.follow(cursorRectangle)
                onTextChanged: {
                    if (text === root.vm.letter.text)
                        return;
                    root.vm.letter.write(text);
                    if (text !== root.vm.letter.text) {
                        const place = Math.min(cursorPosition, root.vm.letter.text.length);
                        text = root.vm.letter.text;
                        cursorPosition = place;
                    }
                }
                onActiveFocusChanged: {
                    // qmllint disable missing-property
                    if (activeFocus)
                        Qt.inputMethod.show();
                    else
                        Qt.inputMethod.hide();
                    // qmllint enable missing-property
                }

                Connections {
                    target: root.vm.letter

                    // A sentence was chosen: it goes to the end, and so does the cursor.
                    function onEdited(): void {
                        if (input.text !== root.vm.letter.text) {
                            input.text = root.vm.letter.text;
                            input.cursorPosition = input.length;
                        }
                    }
                }
            }
        }

        Label {
            visible: input.text === "" && input.preeditText === ""
            x: view.x
            y: view.y
            width: view.width
            text: qsTr("什么地方、什么事、你想怎么办")
            font.pixelSize: Theme.read
            wrapMode: Text.Wrap
            color: Theme.off
        }

        Label {
            objectName: "suggestion.length"
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.s2
            anchors.rightMargin: Theme.s3
            text: qsTr("%1 / %2 字").arg(input.length).arg(root.vm.letter.most)
            font.pixelSize: Theme.small
            color: Theme.ink2
        }
    }

    PushButton {
        id: board

        objectName: "suggestion.keyboard"
        visible: !root.keys
        x: root.edge
        y: root.wide ? tray.y + (tray.height - height) / 2 : Theme.handZone + Theme.s2
        z: 1
        width: root.wide ? 480 : root.room
        icon: "keyboard-outline"
        text: root.vm.han ? qsTr("打开键盘，用拼音写") : qsTr("打开键盘")
        onClicked: {
            input.forceActiveFocus();
            input.cursorPosition = input.length;
        }
    }

    Label {
        id: or

        visible: !root.keys && root.vm.letter.phrases.length > 0
        x: root.edge
        y: (root.wide ? sheet.y + sheet.height : board.y + board.height) + Theme.s3
        text: qsTr("或者碰一碰现成的话，可以选几句")
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    ScrollPane {
        visible: !root.keys
        x: root.edge
        y: or.y + or.height + Theme.s2
        width: root.room
        height: tray.y - y - Theme.s3

        Repeater {
            model: root.vm.letter.phrases

            PhraseCell {
                required property var modelData
                required property int index

                objectName: "suggestion.phrase." + index
                width: root.room
                text: modelData.text
                checked: modelData.on
                onClicked: root.vm.letter.togglePhrase(modelData.text)
            }
        }
    }

    Tray {
        id: tray

        visible: !root.keys
        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s3 : Theme.s4) * 2

        PushButton {
            objectName: "suggestion.next"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: root.room - (root.wide ? board.width + Theme.s3 : 0)
            height: Theme.control
            tone: "red"
            enabled: root.vm.letter.ready
            text: root.vm.letter.ready ? qsTr("下一步，留不留名") : qsTr("先写上一句")
            onClicked: root.vm.letter.next()
        }
    }
}
