pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// All steps are done: a name and a number for the certificate, both optional.
Item {
    id: root

    required property LessonViewModel vm

    readonly property bool asks: vm.who.known === ""

    objectName: "lesson.finish"

    StepCells {
        id: cells

        visible: !root.asks
        width: root.width
        vm: root.vm
    }

    Song {
        id: heading

        y: cells.visible ? cells.height + Theme.s4 : 0
        width: root.width
        text: qsTr("%1 步都学完了").arg(root.vm.total)
        font.pixelSize: Theme.h2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        font.features: {
            "lnum": 1
        }
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Rectangle {
        id: box

        y: heading.y + heading.height + Theme.s2
        width: root.width
        height: Theme.chip
        color: Theme.sheet
        border.width: input.activeFocus ? Theme.strip : Theme.line
        border.color: Theme.ink

        Label {
            visible: input.text === "" && input.preeditText === ""
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.s4
            width: parent.width - Theme.s4 * 2
            text: qsTr("姓名，印在证书上；不写也行")
            color: Theme.off
            font.pixelSize: Theme.button
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }

        TextInput {
            id: input

            readonly property string confirmWord: qsTr("写好了") // on the keyboard's red key

            objectName: "lesson.name"
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
            maximumLength: 12
            clip: true
            activeFocusOnTab: true
            enabled: !root.vm.certificate.busy
            inputMethodHints: (root.vm.han ? Qt.ImhNone : Qt.ImhLatinOnly) | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            renderType: Text.NativeRendering
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("姓名")
            onTextChanged: root.vm.certificate.writeName(text)
            onAccepted: focus = false

            // Enter ends the writing; it is not the Enter that makes the certificate.
            Keys.priority: Keys.AfterItem
            Keys.onReturnPressed: event => event.accepted = true
            Keys.onEnterPressed: event => event.accepted = true
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

    NumberBox {
        id: number

        y: box.y + box.height + Theme.s2
        width: root.width
        height: Theme.chip
        text: root.asks ? root.vm.who.number : qsTr("工号 %1").arg(root.vm.who.known)
        hint: qsTr("工号，日后好核对；不写也行")
    }

    NumberPad {
        id: pad

        visible: root.asks
        y: number.y + number.height + Theme.s2
        width: root.width
        height: note.y - y - Theme.s2
        columns: 4
        onPressed: key => root.vm.who.press(key)
    }

    Label {
        id: note

        anchors.bottom: go.top
        anchors.bottomMargin: Theme.s3
        width: root.width
        text: qsTr("姓名和工号本机都不留，只留一个用来核对的暗号。")
        font.pixelSize: Theme.meta
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
        color: Theme.ink2
    }

    PushButton {
        id: go

        objectName: "lesson.certify"
        anchors.bottom: parent.bottom
        width: root.width
        tone: "red"
        enabled: !root.vm.certificate.busy
        text: root.vm.certificate.busy ? qsTr("正在存…") : qsTr("领证书")
        onClicked: root.vm.certificate.make()
    }
}
