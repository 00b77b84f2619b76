pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// One lantern: the riddle hangs on the wall, the guess is made below it or beside it.
Item {
    id: root

    required property RiddleViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property int above: wide ? Theme.s4 : Theme.handZone + Theme.s2
    readonly property real answersTop: above + Theme.chip + Theme.s2 + Theme.hairline
    readonly property real tall: (wide ? 168 : 180)
    readonly property bool typing: vm.lantern.typing
    // The keyboard of the shell is up; in landscape it takes the lower half of the wall too.
    readonly property bool keys: typing && Qt.inputMethod.visible // qmllint disable missing-property

    objectName: "riddle.open"

    GreatLantern {
        width: root.wide ? 768 : root.width
        height: root.wide ? (root.keys ? 460 : root.height) : Theme.handZone
        vm: root.vm
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: true
    }

    Label {
        objectName: "riddle.status"
        x: root.edge
        y: root.above
        width: steps.x - root.edge - Theme.s2
        height: Theme.chip
        verticalAlignment: Text.AlignVCenter
        text: root.vm.lantern.status
        bold: root.vm.lantern.warned
        font.pixelSize: Theme.label
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: root.vm.lantern.warned ? Theme.redDark : Theme.ink2
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Row {
        id: steps

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: root.above
        spacing: Theme.s2

        Chip {
            objectName: "riddle.write"
            visible: root.vm.lantern.choosable
            checked: root.typing
            text: root.typing ? qsTr("看选项") : qsTr("自己写")
            onClicked: {
                root.vm.lantern.switchTyping();
                if (root.typing)
                    (field.item as WriteField)?.take();
            }
        }

        Chip {
            objectName: "riddle.before"
            icon: "arrow-left"
            name: qsTr("前一盏")
            onClicked: root.vm.lantern.step(-1)
        }

        Chip {
            objectName: "riddle.after"
            icon: "arrow-right"
            name: qsTr("后一盏")
            onClicked: root.vm.lantern.step(1)
        }
    }

    Grid {
        id: answers

        visible: !root.typing
        x: root.edge
        y: root.answersTop
        columns: 2
        spacing: Theme.s3

        Repeater {
            model: root.vm.lantern.options

            AnswerCell {
                required property int index
                required property var modelData

                objectName: "riddle.option." + index
                width: (root.hand - Theme.s3) / 2
                height: root.tall
                letter: modelData.letter
                text: modelData.text
                note: modelData.note
                look: modelData.look
                onClicked: root.vm.lantern.choose(index)
            }
        }
    }

    Loader {
        id: field

        active: root.typing
        x: root.edge
        y: root.answersTop + (root.wide ? Theme.s3 : 0)
        width: root.hand
        height: root.wide ? Theme.control : Theme.handZone + 248 - Theme.s2 - y // on the keyboard's edge
        sourceComponent: WriteField {
            vm: root.vm
        }
    }

    HintBox {
        x: root.edge
        y: root.wide && root.keys ? field.y + field.height + Theme.s3 : root.answersTop + root.tall * 2 + Theme.s3 * 2
        width: root.hand
        height: root.wide && root.keys ? 460 - y : tray.y - Theme.s3 - y
        vm: root.vm
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s6) * 2

        PushButton {
            id: guess

            objectName: "riddle.guess"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - show.width - Theme.s3
            height: Theme.control
            tone: "red"
            enabled: root.vm.lantern.ready
            text: qsTr("就猜这个")
            onClicked: root.vm.lantern.confirm()
        }

        PushButton {
            id: show

            objectName: "riddle.giveUp"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 300
            height: Theme.control
            text: qsTr("看谜底")
            onClicked: root.vm.lantern.giveUp()
        }
    }
}
