import QtQuick
import kiosk.design
import kiosk.stage

// What the speaker reads beside the small picture: the question, and the notes of the step. Never on the audience's screen.
Flickable {
    id: root

    required property StageViewModel vm
    property bool noted: false

    readonly property var view: vm.live.own

    clip: true
    contentHeight: words.height
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: words

        width: root.width
        spacing: Theme.s2

        Label {
            width: parent.width
            visible: text !== ""
            text: (root.view.prompt ?? root.view.face ?? "") || root.vm.current.display.replace(/([!-~])\n/g, "$1 ").replace(/\n/g, "")
            bold: true
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: root.view.explain ?? root.view.how ?? root.vm.current.line
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            visible: root.noted
            text: root.vm.notes.map(n => n.text).join("\n")
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
    }
}
