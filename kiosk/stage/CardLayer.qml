pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// What belongs to the whole lecture, over whatever slide there is: signing in, a call, the lucky draw.
Rectangle {
    id: root

    required property var view

    readonly property string kind: view.kind ?? ""

    visible: kind !== ""
    width: Sheet.width
    height: Sheet.height
    color: kind === "caller" ? Theme.artRed : kind === "draw" ? Theme.artBlue : Theme.artPaper

    Loader {
        anchors.fill: parent
        sourceComponent: root.kind === "sign" ? sign : root.kind === "caller" ? called : root.kind !== "draw" ? null : root.view.names.length > 0 ? drawn : sealed
    }

    Component {
        id: sign

        SignBoard {
            view: root.view
            words: Theme.artInk
            accent: Theme.artRed
        }
    }

    Component {
        id: called

        Item {
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 150
                text: root.view.number > 0 ? qsTr("请这一位") : qsTr("点名")
                font.pixelSize: 64
                color: Theme.artGold
            }

            Song {
                objectName: "live.called"
                anchors.centerIn: parent
                width: Sheet.width - Sheet.margin * 2
                horizontalAlignment: Text.AlignHCenter
                text: root.view.number === 0 ? qsTr("看点到谁") : root.view.seat ? qsTr("%1 号座").arg(root.view.name) : root.view.name
                font.pixelSize: 300
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 80
                color: Theme.artPaper
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 880
                text: qsTr("在座 %1 位，点过的不再点，点完一轮再从头。").arg(root.view.here)
                font.pixelSize: 44
                color: Theme.artPaper
            }
        }
    }

    Component {
        id: sealed

        Item {
            readonly property bool open: root.view.phase === "waiting"

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 150
                text: qsTr("抽奖")
                font.pixelSize: 64
                color: Theme.artGold
            }

            Song {
                y: 300
                width: Sheet.width - Sheet.margin * 2
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                text: parent.open ? qsTr("在座 %1 位").arg(root.view.here) : qsTr("%1 张票，抽 %2 个").arg(root.view.here).arg(root.view.wanted) // qmllint disable missing-property
                font.pixelSize: 220
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 80
                color: Theme.artPaper
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                y: parent.open ? 800 : 720 // qmllint disable missing-property
                width: Sheet.width - Sheet.margin * 2
                horizontalAlignment: Text.AlignHCenter
                text: parent.open ? qsTr("先封名单和种子，再抽。指纹现在亮出来，抽完公布种子，谁都能照着算一遍。") : qsTr("名单和种子的指纹（抽之前就定了）") // qmllint disable missing-property
                font.pixelSize: 40
                wrapMode: Text.Wrap
                color: Theme.artPaper
            }

            Label {
                objectName: "live.mark"
                anchors.horizontalCenter: parent.horizontalCenter
                y: 800
                width: Sheet.width - Sheet.margin * 2
                horizontalAlignment: Text.AlignHCenter
                text: root.view.mark
                font.pixelSize: 52
                font.features: ({
                        "tnum": 1
                    })
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 24
                color: Theme.artGold
            }
        }
    }

    Component {
        id: drawn

        Item {
            Label {
                x: Sheet.margin
                y: 84
                text: qsTr("抽奖：%1 张票，抽 %2 个").arg(root.view.here).arg(root.view.wanted)
                font.pixelSize: 56
                bold: true
                color: Theme.artGold
            }

            Label {
                x: Sheet.margin
                y: 172
                width: Sheet.width - x * 2
                text: qsTr("名单和种子的指纹（抽之前就定了）")
                font.pixelSize: 36
                wrapMode: Text.Wrap
                color: Theme.artPaper
            }

            Label {
                objectName: "live.mark"
                x: Sheet.margin
                y: 228
                width: Sheet.width - x * 2
                text: root.view.mark
                font.pixelSize: 40
                font.features: ({
                        "tnum": 1
                    })
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 24
                color: Theme.artGold
            }

            Grid {
                readonly property int many: root.view.names.length

                x: Sheet.margin
                y: 330
                columns: many <= 1 ? 1 : many <= 4 ? 2 : many <= 12 ? 3 : 5
                columnSpacing: Theme.s3
                rowSpacing: Theme.s2

                Repeater {
                    model: root.view.names

                    Rectangle {
                        id: winner

                        required property string modelData
                        required property int index

                        width: (Sheet.width - Sheet.margin * 2 - Theme.s3 * (winner.parent.columns - 1)) / winner.parent.columns // qmllint disable missing-property
                        height: winner.parent.many <= 1 ? 420 : winner.parent.many <= 4 ? 240 : winner.parent.many <= 12 ? 130 : 88 // qmllint disable missing-property
                        color: index === root.view.names.length - 1 && root.view.phase !== "told" ? Theme.artRed : Theme.artInk

                        Label {
                            x: Theme.s3
                            height: parent.height
                            verticalAlignment: Text.AlignVCenter
                            text: String(root.view.numbers[winner.index]).padStart(3, "0")
                            font.pixelSize: Math.min(48, winner.height * 0.36)
                            color: Theme.artGold
                        }

                        Song {
                            x: 130
                            width: parent.width - x - Theme.s3
                            height: parent.height
                            horizontalAlignment: Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                            text: winner.modelData
                            font.pixelSize: winner.height * 0.5
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 28
                            color: Theme.artPaper
                        }
                    }
                }
            }

            Label {
                visible: root.view.seed !== ""
                x: Sheet.margin
                y: 920
                width: Sheet.width - x * 2
                text: qsTr("种子 %1").arg(root.view.seed)
                font.pixelSize: 40
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 22
                color: Theme.artPaper
            }
        }
    }
}
