pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// One case: for how many days at poster size, then who does what, and the answer.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int panel: wide ? 684 : width
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property bool counted: (vm.case.told.days ?? -1) >= 0

    objectName: "suggestion.case"

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        id: numeral

        objectName: "suggestion.days"
        visible: root.counted
        anchors.right: parent.left
        anchors.rightMargin: -(root.panel - (root.wide ? Theme.s5 : Theme.margin))
        y: root.wide ? -20 : -76
        text: root.vm.case.told.days ?? ""
        font.pixelSize: (root.vm.case.told.days ?? 0) > 99 ? Theme.numeral * 0.62 : Theme.numeral * 0.84
        font.features: {
            "lnum": 1
        }
        color: Theme.red
        leading: 1.1
        Accessible.ignored: true
    }

    Label {
        objectName: "suggestion.daysLine"
        visible: root.counted && !root.wide
        x: Theme.margin
        y: 452 - height
        width: numeral.x - x - Theme.s3
        horizontalAlignment: Text.AlignRight
        text: root.vm.case.told.daysLine ?? ""
        color: Theme.ink2
        wrapMode: Text.Wrap
    }

    Column {
        x: Theme.margin
        anchors.bottom: parent.top
        anchors.bottomMargin: root.wide ? -(root.height - Theme.s5) : -(Theme.handZone - Theme.s3)
        width: root.panel - Theme.margin - (root.wide ? Theme.s3 : Theme.margin)
        spacing: Theme.s2

        Label {
            visible: root.counted && root.wide
            width: parent.width
            text: root.vm.case.told.daysLine ?? ""
            color: Theme.ink2
            wrapMode: Text.Wrap
        }

        Song {
            objectName: "suggestion.caseTitle"
            width: parent.width
            text: root.vm.case.told.title ?? ""
            font.pixelSize: text.length > (Theme.latin ? 22 : 10) ? Theme.h2 : Theme.h1
            wrapMode: Text.Wrap
            maximumLineCount: root.wide ? 4 : 2
            elide: Text.ElideRight
            leading: 1.25
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Item {
            width: parent.width
            height: chip.height

            StatusChip {
                id: chip

                objectName: "suggestion.status"
                text: root.vm.case.told.status ?? ""
                tone: root.vm.case.told.tone ?? ""
                icon: root.vm.case.told.icon ?? ""
            }

            Label {
                anchors.left: chip.right
                anchors.leftMargin: Theme.s3
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: (root.vm.case.told.mine ? qsTr("你的这条") + "　" : "") + (root.vm.case.told.topic ?? "") + "　" + (root.vm.case.told.number ?? "") + (root.vm.sample ? "　" + qsTr("样例") : "")
                font.pixelSize: Theme.meta
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                color: Theme.ink2
            }
        }
    }

    ScrollPane {
        objectName: "suggestion.facts"
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s2
        width: root.room
        height: (rating.visible ? rating.y : root.height) - Theme.s3 - y

        Repeater {
            model: root.vm.case.facts

            Item {
                id: fact

                required property var modelData
                readonly property bool loud: modelData.loud
                // Beside a short word stands its fact; the answer has the whole width.
                readonly property real indent: loud ? 0 : Theme.latin ? 268 : 232

                width: root.room
                height: told.y + told.height

                Rectangle {
                    width: parent.width
                    height: fact.loud ? Theme.section : Theme.hairline
                    color: fact.loud ? Theme.ink : Theme.rule
                }

                Label {
                    id: head

                    y: Theme.s3
                    width: fact.loud ? parent.width : fact.indent - Theme.s3
                    text: fact.modelData.label
                    font.pixelSize: Theme.meta
                    lineHeight: fact.loud ? 1 : 1.1
                    wrapMode: Text.Wrap
                    color: Theme.ink2
                }

                Label {
                    id: told

                    x: fact.indent
                    y: fact.loud ? head.y + head.height + Theme.s1 : Theme.s3 - 3
                    width: parent.width - x
                    text: fact.modelData.text
                    font.pixelSize: fact.loud ? Theme.read : Theme.noteSize
                    lineHeight: (fact.loud ? Theme.readLine : 1.5) / 1.448
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.StaticText
                    Accessible.name: fact.modelData.label + " " + text
                }
            }
        }
    }

    RatingTray {
        id: rating

        visible: root.vm.case.ratable
        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        inset: root.edge - x
        vm: root.vm
    }
}
