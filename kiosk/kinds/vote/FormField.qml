pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Where one answer is written; the keyboard's red key goes on to the next.
Item {
    id: root

    required property string label
    required property bool han
    required property int most
    property string next: ""

    signal written(words: string)
    signal finished

    function take(words: string): void {
        input.text = words;
        input.cursorPosition = input.length;
        input.forceActiveFocus();
    }

    Song {
        id: head

        text: root.label
        leading: 1.1
    }

    Label {
        anchors.right: parent.right
        anchors.baseline: head.baseline
        text: qsTr("%1 / %2").arg(input.text.length).arg(root.most)
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    Rectangle {
        y: head.height + Theme.s2
        width: parent.width
        height: parent.height - y
        color: Theme.sheet
        border.width: Theme.strip
        border.color: Theme.ink
    }

    Flickable {
        id: view

        x: Theme.s3
        y: head.height + Theme.s2 * 2
        width: parent.width - Theme.s3 * 2
        height: parent.height - y - Theme.s2
        contentWidth: width
        contentHeight: Math.max(height, input.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        TextEdit {
            id: input

            readonly property string confirmWord: root.next // on the keyboard's red key

            objectName: "vote.input"
            width: view.width
            height: view.contentHeight
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.family: Theme.sans
            font.pixelSize: Theme.option
            color: Theme.ink
            cursorDelegate: Caret {
                shown: input.activeFocus
            }
            renderType: Text.NativeRendering
            inputMethodHints: (root.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            activeFocusOnTab: true
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label
            Keys.onReturnPressed: root.finished()
            Keys.onEnterPressed: root.finished()
            onCursorRectangleChanged: view.contentY = Math.max(0, Math.min(cursorRectangle.y + cursorRectangle.height - view.height, view.contentHeight - view.height))
            onTextChanged: {
                if (length > root.most)
                    remove(root.most, length);
                root.written(text);
            }
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
}
