import QtQuick
import kiosk.design

// Somebody and what they were honoured with in a year; the year stands at the left of its first row.
Item {
    id: root

    required property string year
    property string person: ""
    property string post: ""
    required property var honours
    property url picture

    readonly property int rail: 208

    signal touched

    implicitHeight: row.height + Theme.s2

    Rectangle {
        x: root.rail - Theme.s4
        width: Theme.edge
        height: parent.height
        color: Theme.rule
    }

    Rectangle {
        visible: root.year !== ""
        x: root.rail - Theme.s4 - 10
        y: row.height / 2 - 12
        width: 24
        height: 24
        radius: 12
        color: Theme.red
    }

    Song {
        visible: root.year !== ""
        y: row.height / 2 - height / 2
        text: root.year
        font.pixelSize: 68
        color: Theme.red
        leading: 1
        font.features: {
            "tnum": 1,
            "lnum": 1
        }
    }

    Pressable {
        id: row

        objectName: "honour." + root.year + "." + root.person
        x: root.rail
        width: root.width - x
        height: Math.max(Theme.rowHeight, words.implicitHeight + Theme.s3 * 2)
        name: [root.person, root.post, root.honours.join(" ")].join(" ")
        onClicked: root.touched()

        Rectangle {
            anchors.fill: parent
            color: row.down ? Theme.kraft : Theme.sheet
            border.width: Theme.night ? Theme.line : 0
            border.color: Theme.ink
        }

        Rectangle {
            width: parent.width
            height: Theme.edge
            color: Theme.ink
        }

        ArtFrame {
            id: art

            y: Theme.edge
            width: height
            height: Theme.rowHeight - Theme.edge
            source: root.picture
            fallback: root.person.charAt(0)
        }

        Column {
            id: words

            anchors.left: art.right
            anchors.leftMargin: Theme.s3
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1

            Item {
                width: parent.width
                height: who.height

                Song {
                    id: who

                    width: Math.min(implicitWidth, parent.width)
                    text: root.person
                    font.pixelSize: Theme.h3 - 4
                    elide: Text.ElideRight
                    leading: 1.1
                }

                Label {
                    anchors.left: who.right
                    anchors.leftMargin: Theme.s3
                    anchors.right: parent.right
                    anchors.baseline: who.baseline
                    text: root.post
                    font.pixelSize: Theme.meta
                    color: Theme.ink2
                    elide: Text.ElideRight
                }
            }

            Label {
                width: parent.width
                text: root.honours.join(Theme.latin ? "; " : "、")
                font.pixelSize: Theme.label
                bold: true
                color: Theme.goldText
                wrapMode: Text.Wrap
            }
        }
    }
}
