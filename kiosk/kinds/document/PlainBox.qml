pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Our own words beside an article: kraft, an ink cell with 大白话 downwards, and whose words they are.
Item {
    id: root

    required property var lines
    readonly property bool han: !Theme.latin

    implicitHeight: Math.max(words.height + Theme.s3 * 2, down.height + Theme.s3 * 2)

    Rectangle {
        anchors.fill: parent
        color: Theme.kraft
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Rectangle {
        width: 104
        height: parent.height
        color: Theme.ink
    }

    Column {
        id: down

        y: Theme.s3
        width: 104

        Repeater {
            model: root.han ? qsTr("大白话").split("") : qsTr("大白话").split(" ")

            Song {
                required property string modelData

                width: down.width
                height: root.han ? 54 : 40
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: modelData
                font.pixelSize: root.han ? 46 : Theme.small
                color: Theme.overInk
            }
        }
    }

    Column {
        id: words

        x: 104 + Theme.s3
        y: Theme.s3
        width: root.width - x - Theme.s3
        spacing: Theme.s1

        ArticleText {
            objectName: "document.plain"
            width: parent.width
            paragraphs: root.lines
            indented: false
            leading: 1.5
            font.pixelSize: Math.round(Theme.read * 0.88)
        }

        Label {
            width: parent.width
            text: qsTr("工会写的说明，以条文为准")
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
