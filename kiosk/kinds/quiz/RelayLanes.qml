pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The bar is the run, the baton is its end. The label part at the left is not counted; paper cuts mark the legs.
Item {
    id: root

    required property RelayViewModel relay

    readonly property int labels: width > 1400 ? 384 : 300
    readonly property real course: width - labels - Theme.margin
    readonly property real unit: course / relay.goal
    readonly property real step: height / Math.max(1, relay.teams.length)
    readonly property real bar: Math.min(130, step - (step < 90 ? Theme.s2 : Theme.s3))
    readonly property var figures: [qsTr("一"), qsTr("二"), qsTr("三"), qsTr("四")]

    Repeater {
        model: root.relay.legs + 1

        Rectangle {
            required property int index

            x: root.labels + index * root.course / root.relay.legs
            width: Theme.edge
            height: root.height
            color: index === root.relay.legs ? Theme.ink : Theme.rule
        }
    }

    Repeater {
        model: root.relay.teams

        Item {
            id: lane

            required property int index
            required property string modelData
            readonly property int score: root.relay.score[index] ?? 0
            readonly property int place: root.relay.places[index] ?? 1
            readonly property bool first: place === 1 && score > 0
            readonly property real run: root.labels + score * root.unit

            objectName: "quiz.lane." + index
            y: index * root.step + (root.step - root.bar) / 2
            width: root.width
            height: root.bar
            Accessible.role: Accessible.StaticText
            Accessible.name: [place, modelData, score].join(" ")

            Rectangle {
                id: body

                width: lane.run
                height: parent.height
                color: lane.first ? Theme.red : Theme.ink

                Behavior on width {
                    enabled: !Theme.calm
                    NumberAnimation {
                        duration: Theme.step
                        easing.type: Easing.OutCubic
                    }
                }
            }

            Repeater {
                model: root.relay.legs

                Rectangle {
                    required property int index

                    visible: x < body.width
                    x: root.labels + index * root.course / root.relay.legs
                    width: Theme.edge
                    height: lane.height
                    color: Theme.paper
                }
            }

            Rectangle {
                x: body.width
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(120, root.bar)
                height: root.bar * 0.54
                color: Theme.gold

                Repeater {
                    model: 2

                    Rectangle {
                        required property int index

                        x: parent.width * (index === 0 ? 0.2 : 0.7)
                        width: 10
                        height: parent.height
                        color: Theme.artInk
                    }
                }
            }

            Song {
                id: rank

                x: Theme.margin
                anchors.verticalCenter: parent.verticalCenter
                text: root.figures[lane.place - 1] ?? lane.place
                font.pixelSize: root.bar * 0.62
                leading: 1
                color: lane.first ? Theme.overRed : Theme.overInk
            }

            Song {
                anchors.left: rank.right
                anchors.leftMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                width: root.labels - x - Theme.s2
                text: lane.modelData
                font.pixelSize: Math.min(72, root.bar * 0.52)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                leading: 1
                color: lane.first ? Theme.overRed : Theme.overInk
            }

            Song {
                visible: lane.score > 0
                readonly property bool inside: body.width - root.labels > implicitWidth + Theme.s4

                x: inside ? body.width - width - Theme.s3 : body.width + Math.min(120, root.bar) + Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: lane.score
                font.pixelSize: root.bar * 0.7
                leading: 1
                color: !inside ? Theme.ink : lane.first ? Theme.overRed : Theme.overInk
                font.features: {
                    "lnum": 1
                }
            }
        }
    }
}
