pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Who it is about: post, place, honours by their exact names, and the one number.
Item {
    id: root

    required property var person
    property string numeral: ""
    property string said: "" // what stands above already and need not be said again

    readonly property bool empty: !person.name

    implicitHeight: empty ? 0 : Math.max(facts.height, figure.visible ? figure.height : 0) + Theme.s3 * 2

    Column {
        id: facts

        visible: !root.empty
        y: Theme.s3
        width: root.width - (figure.visible ? figure.width + Theme.s4 : 0)
        spacing: Theme.s1

        Label {
            width: parent.width
            visible: text !== ""
            text: [root.person.name, root.person.years, root.person.place, root.person.post].filter(w => w && !root.said.toLowerCase().includes(w.toLowerCase())).join("  ")
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
        }

        Flow {
            width: parent.width
            spacing: Theme.s2

            Repeater {
                model: root.person.honours || []

                Rectangle {
                    id: honour

                    required property string modelData

                    width: word.implicitWidth + Theme.s3 * 2
                    height: 60
                    color: "transparent"
                    border.width: Theme.line
                    border.color: Theme.gold

                    Label {
                        id: word

                        anchors.centerIn: parent
                        text: honour.modelData
                        font.pixelSize: Theme.meta
                        bold: true
                        color: Theme.goldText
                    }
                }
            }
        }
    }

    Song {
        id: figure

        visible: root.numeral !== "" && !root.empty
        anchors.right: parent.right
        y: Theme.s2
        text: root.numeral
        font.pixelSize: root.numeral.length > 5 ? 84 : 120
        color: Theme.red
        leading: 1.15
    }
}
