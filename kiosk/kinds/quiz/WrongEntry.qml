import QtQuick
import kiosk.design

// A question that was missed, with the right answer. Only to be read.
Item {
    id: root

    property int number: 0
    property string prompt: ""
    property string answer: ""
    property string said: ""

    implicitHeight: words.implicitHeight + Theme.s3 * 2
    Accessible.role: Accessible.StaticText
    Accessible.name: [number, prompt, expected.text, given.text].join(" ")

    Rectangle {
        width: parent.width
        height: Theme.edge
        color: Theme.ink
    }

    Song {
        id: figure

        y: Theme.s3 - Theme.s1
        width: Theme.s7
        text: root.number
        font.pixelSize: Theme.h2
        color: Theme.red
        leading: 1.2
        font.features: {
            "lnum": 1
        }
    }

    Column {
        id: words

        x: figure.width
        y: Theme.s3
        width: root.width - x
        spacing: Theme.s1

        Label {
            width: parent.width
            text: root.prompt
            font.pixelSize: Theme.button
            wrapMode: Text.Wrap
        }

        Row {
            width: parent.width
            spacing: Theme.s2

            Icon {
                id: tick

                name: "check-bold"
                size: 44
                color: Theme.green
            }

            Label {
                id: expected

                width: parent.width - tick.width - Theme.s2
                text: root.answer
                font.pixelSize: Theme.button
                bold: true
                wrapMode: Text.Wrap
                color: Theme.green
            }
        }

        Label {
            id: given

            width: parent.width
            text: root.said ? qsTr("你答的：%1").arg(root.said) : qsTr("没来得及答")
            font.pixelSize: Theme.meta
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
    }
}
