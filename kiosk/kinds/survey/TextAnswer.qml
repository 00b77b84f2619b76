pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// Where a free answer is written; it calls the keyboard, whose red key goes on. The office reads it, nobody else.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property real box: input.activeFocus ? height : Math.min(height, 420)

    Rectangle {
        id: paper

        width: parent.width
        height: root.box
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink
    }

    Label {
        visible: input.text === "" && input.preeditText === "" && !input.activeFocus
        x: Theme.s4
        y: Theme.s4
        width: parent.width - Theme.s4 * 2
        text: qsTr("碰这里，用拼音写")
        color: Theme.off
        font.pixelSize: Theme.option
        elide: Text.ElideRight
    }

    Label {
        objectName: "survey.left"
        anchors.right: paper.right
        anchors.rightMargin: Theme.s3
        anchors.bottom: paper.bottom
        anchors.bottomMargin: Theme.s2
        visible: input.activeFocus
        text: qsTr("%1 / %2").arg(input.text.length).arg(root.vm.question.longest)
        font.pixelSize: Theme.meta
        color: input.text.length >= root.vm.question.longest ? Theme.redDark : Theme.ink2
        font.features: {
            "tnum": 1
        }
    }

    Label {
        visible: !input.activeFocus
        y: root.box + Theme.s3
        width: parent.width
        text: qsTr("不要写姓名和电话。写的话只有办公室看。")
        font.pixelSize: Theme.noteSize
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    Flickable {
        id: view

        x: Theme.s4
        y: Theme.s3
        width: parent.width - Theme.s4 * 2
        height: root.box - Theme.s3 * 2 - (input.activeFocus ? Theme.s4 : 0)
        contentWidth: width
        contentHeight: Math.max(height, input.contentHeight)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        TextEdit {
            id: input

            readonly property string confirmWord: qsTr("写好了") // on the keyboard's red key

            objectName: "survey.input"
            width: view.width
            height: view.contentHeight
            font.family: Theme.sans
            font.pixelSize: Theme.option
            color: Theme.ink
            cursorDelegate: Caret {
                shown: input.activeFocus
            }
            wrapMode: TextEdit.Wrap
            activeFocusOnTab: true
            inputMethodHints: (root.vm.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData | Qt.ImhMultiLine
            renderType: Text.NativeRendering
            textFormat: TextEdit.PlainText
            selectByMouse: false
            Accessible.role: Accessible.EditableText
            Accessible.name: root.vm.question.ask
            Component.onCompleted: text = root.vm.question.typed
            onTextChanged: {
                if (text.length > root.vm.question.longest)
                    remove(root.vm.question.longest, text.length);
                else
                    root.vm.question.write(text);
            }
            onCursorRectangleChanged: {
                const y = cursorRectangle.y;
                if (y < view.contentY)
                    view.contentY = y;
                else if (y + cursorRectangle.height > view.contentY + view.height)
                    view.contentY = y + cursorRectangle.height - view.height;
            }
            onActiveFocusChanged: {
                // qmllint disable missing-property
                if (activeFocus)
                    Qt.inputMethod.show();
                else
                    Qt.inputMethod.hide();
                // qmllint enable missing-property
            }
            Keys.onReturnPressed: focus = false
            Keys.onEnterPressed: focus = false
        }
    }
}
