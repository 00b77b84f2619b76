pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The rehearsal: a sheet of steps, green, to be noted, or red; what it took at the last practice beside what is planned.
FocusScope {
    id: root

    required property RehearsalViewModel vm

    objectName: "rehearsal"
    focus: true
    Component.onCompleted: forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    MouseArea {
        anchors.fill: parent // nothing reaches the pages underneath
    }

    Label {
        x: Theme.margin
        y: Theme.s4
        width: parent.width - x * 2
        text: qsTr("彩排：%1").arg(root.vm.title)
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Song {
        id: head

        objectName: "rehearsal.headline"
        x: Theme.margin
        y: Theme.s7
        width: parent.width - x * 2
        text: root.vm.headline
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 40
        leading: 1.2
        color: root.vm.busy ? Theme.ink : root.vm.green ? Theme.green : Theme.red
    }

    Label {
        id: about

        x: Theme.margin
        y: head.y + head.height + Theme.s1
        width: parent.width - x * 2
        text: root.vm.about
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 3
        elide: Text.ElideRight
        color: Theme.ink2
    }

    ListView {
        id: list

        objectName: "rehearsal.rows"
        x: Theme.margin
        y: about.y + about.height + Theme.s3
        width: parent.width - x * 2
        height: keys.y - y - Theme.s3
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.vm.rows

        delegate: Item {
            id: row

            required property var modelData
            required property int index

            objectName: "rehearsal.row." + index
            width: list.width
            height: Math.max(96, words.height + Theme.s3)

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.rule
            }

            Rectangle {
                y: Theme.s2
                width: 110
                height: 64
                color: row.modelData.level === "good" ? Theme.green : row.modelData.level === "note" ? Theme.gold : Theme.red

                Label {
                    anchors.centerIn: parent
                    text: row.modelData.mark
                    bold: true
                    font.pixelSize: Theme.meta
                    color: row.modelData.level === "good" ? Theme.overGreen : row.modelData.level === "note" ? Theme.overHighlight : Theme.overRed
                }
            }

            Column {
                id: words

                x: 110 + Theme.s3
                y: Theme.s2
                width: times.x - x - Theme.s3

                Label {
                    width: parent.width
                    text: row.modelData.number + "  " + row.modelData.title
                    bold: true
                    elide: Text.ElideRight
                }

                Label {
                    width: parent.width
                    visible: text !== ""
                    text: row.modelData.found
                    font.pixelSize: Theme.meta
                    wrapMode: Text.Wrap
                    color: row.modelData.level === "bad" ? Theme.redDark : Theme.ink2
                }
            }

            Label {
                id: times

                anchors.right: parent.right
                y: Theme.s2
                width: 300
                horizontalAlignment: Text.AlignRight
                text: row.modelData.spent === "" ? qsTr("计划 %1").arg(row.modelData.planned) : qsTr("计划 %1\n练了 %2").arg(row.modelData.planned).arg(row.modelData.spent)
                font.pixelSize: Theme.meta
                color: row.modelData.late ? Theme.redDark : Theme.ink2
                font.features: ({
                        "tnum": 1
                    })
            }
        }
    }

    Row {
        id: keys

        x: Theme.margin
        y: parent.height - height - Theme.s4
        spacing: Theme.s3

        readonly property real unit: Math.min(260, (root.width - Theme.margin * 2 - spacing * 3) / 4)

        PushButton {
            objectName: "rehearsal.leave"
            width: keys.unit * 0.95
            icon: "arrow-left"
            text: qsTr("返回")
            onClicked: root.vm.leave()
        }

        PushButton {
            objectName: "rehearsal.save"
            width: keys.unit * 1.1
            enabled: !root.vm.busy
            text: qsTr("存成 PDF")
            onClicked: root.vm.save()
        }

        PushButton {
            objectName: "rehearsal.sound"
            width: keys.unit * 0.9
            text: qsTr("试音")
            onClicked: sound.active = true
        }

        PushButton {
            objectName: "rehearsal.practise"
            width: keys.unit * 1.05
            tone: "red"
            text: qsTr("练一遍")
            onClicked: root.vm.practise()
        }
    }

    Loader {
        id: sound

        active: false
        y: parent.height - height
        width: parent.width
        sourceComponent: SoundSheet {
            check: root.vm.sound
            onClosed: sound.active = false
        }
    }
}
