import QtQuick
import kiosk.design
import kiosk.shell.keyboard

// One candidate of the input method; the first is what the space key takes.
Item {
    id: root

    required property int index
    required property string display

    readonly property bool first: index === 0
    readonly property bool whole: ListView.view !== null && x + width - Bed.gapX <= ListView.view.contentX + ListView.view.width
    property url soundEffect // asked for by Keyboard.qml of Qt; keys make no sound

    objectName: "candidate." + index
    width: Math.max(Bed.candidateWide, words.implicitWidth + Theme.s5) + Bed.gapX
    height: ListView.view ? ListView.view.height : 0
    opacity: whole ? 1 : 0
    enabled: whole
    Accessible.role: Accessible.Button
    Accessible.name: display

    Rectangle {
        y: Bed.above
        width: parent.width - Bed.gapX
        height: Bed.candidate
        color: root.first ? (area.pressed ? Theme.redDark : Theme.red) : area.pressed ? Theme.ink : Theme.sheet
        border.width: Theme.night && !root.first ? Theme.line : 0
        border.color: Theme.ink

        Label {
            id: words

            anchors.centerIn: parent
            text: root.display
            font.pixelSize: Bed.letter
            color: root.first ? Theme.overRed : area.pressed ? Theme.overInk : Theme.ink
        }
    }

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: root.ListView.view.model.selectItem(root.index)
    }
}
