pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// One poster of the attract loop with its sentence.
Item {
    id: root

    property var card: null

    readonly property bool wide: Theme.landscape
    readonly property var lines: card ? card.line.split("\n") : []
    readonly property real band: wide ? height : Math.max(420, words.implicitHeight + 210)

    Rectangle {
        anchors.fill: parent
        color: Theme.artInk
    }

    ArtFrame {
        width: root.wide ? Math.round(root.height * 5 / 7) : root.width
        height: root.wide ? root.height : root.height - root.band
        source: root.card ? root.card.poster : ""
        alt: root.card ? root.card.alt : ""
        fallback: root.card ? root.card.name.charAt(0) : ""
        focusY: 30
    }

    Rectangle {
        x: root.wide ? Math.round(root.height * 5 / 7) : 0
        y: root.wide ? 0 : root.height - height
        width: root.width - x
        height: root.band
        color: Theme.artRed

        Column {
            id: words

            x: root.wide ? Theme.s7 : Theme.margin
            y: root.wide ? Math.max(220, (root.height - height) * 0.42) : Theme.s5
            width: parent.width - x - Theme.margin - (root.wide ? 104 + Theme.s5 : 0) // the tag hangs at the right
            spacing: 0

            Repeater {
                model: root.lines

                Song {
                    required property string modelData

                    width: words.width
                    text: modelData
                    font.pixelSize: root.wide ? 104 : 84
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 48
                    font.features: {
                        "halt": 1
                    }
                    color: Theme.artPaper
                    leading: 1.22
                    height: Math.round(contentHeight * lineHeight) // a single line keeps its own height otherwise
                }
            }

            Item {
                width: 1
                height: root.wide ? Theme.s5 : Theme.s4
            }

            Song {
                visible: root.wide
                width: words.width
                text: root.card ? root.card.title : ""
                elide: Text.ElideRight
                font.pixelSize: 44
                color: Theme.artPaper
            }

            Label {
                width: words.width - (root.wide ? 0 : 380)
                text: root.card ? (root.wide ? root.card.subtitle : root.card.name + " " + root.card.subtitle) : ""
                font.pixelSize: Theme.label
                color: Theme.artPaper
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
            }
        }

        Rectangle {
            id: begin

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.rightMargin: Theme.margin
            anchors.bottomMargin: root.wide ? Theme.s6 : Theme.s5
            width: touch.implicitWidth + 64 + Theme.s5 * 2
            height: 108
            color: "#FBF6EB"

            Icon {
                id: hand

                x: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                name: "gesture-tap"
                size: 56
                color: Theme.artRed
            }

            Label {
                id: touch

                anchors.left: hand.right
                anchors.leftMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("碰一下开始")
                font.pixelSize: Theme.button
                bold: true
                color: Theme.artRed
            }
        }
    }
}
