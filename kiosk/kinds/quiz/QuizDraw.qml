pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// The prize draw. The fingerprint stands here before, during and after; names never do, only ticket numbers.
Item {
    id: root

    required property QuizViewModel vm

    property bool slipShown: false
    readonly property DrawViewModel draw: vm.draw
    readonly property bool wide: Theme.landscape
    readonly property int asideX: wide ? 840 : Theme.margin
    readonly property int asideWidth: width - asideX - Theme.margin
    readonly property int drawn: draw.numbers.length
    readonly property int last: drawn > 0 ? draw.numbers[drawn - 1] : 0

    objectName: "quiz.draw"

    DrawWall {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        draw: root.draw
    }

    Song {
        id: verdict

        objectName: "quiz.draw.verdict"
        x: root.asideX
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s4
        width: root.asideWidth
        text: root.draw.phase === "open" ? (root.draw.opens ? qsTr("%1 开抽").arg(root.draw.opens) : qsTr("名单还没有封")) : root.draw.phase === "frozen" ? qsTr("名单封好了，可以开抽") : root.draw.phase === "told" ? qsTr("抽完了，谁都能重算") : qsTr("%1 号请到台前").arg(String(root.last).padStart(3, "0"))
        font.pixelSize: Theme.h1 - 12
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.25
        font.features: {
            "lnum": 1
        }
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        id: note

        objectName: "quiz.draw.note"
        x: root.asideX
        anchors.top: verdict.bottom
        width: root.asideWidth
        text: root.draw.trouble || (root.draw.ticket > 0 ? qsTr("你的票是 %1 号。").arg(String(root.draw.ticket).padStart(3, "0")) + (root.draw.code ? (root.draw.claimed ? qsTr("已领，领奖码 %1") : qsTr("中了！领奖码 %1")).arg(root.draw.code) : "") : qsTr("%1 张票，抽 %2 张，已抽 %3 张。").arg(root.draw.tickets).arg(root.draw.wanted).arg(root.drawn) + (root.draw.present ? " " + root.draw.present : ""))
        bold: root.draw.trouble !== "" || root.draw.code !== ""
        color: root.draw.trouble ? Theme.redDark : root.draw.code ? Theme.green : Theme.ink2
        elide: Text.ElideRight
    }

    Rectangle {
        id: seal

        x: root.asideX
        anchors.top: note.bottom
        anchors.topMargin: Theme.s3
        width: root.asideWidth
        height: 196
        color: Theme.ink

        Label {
            x: Theme.s4
            y: Theme.s3
            text: root.draw.seal ? qsTr("种子指纹  %1 已公布").arg(root.draw.sealedAt) : qsTr("种子指纹")
            font.pixelSize: Theme.meta
            color: Theme.overInk2
        }

        Song {
            objectName: "quiz.draw.seal"
            x: Theme.s4
            y: 60
            width: parent.width - Theme.s4 * 2
            visible: root.draw.seal === ""
            text: root.draw.seal || qsTr("封好名单就出来")
            font.pixelSize: Theme.h2
            leading: 1.2
            color: Theme.goldOnInk
        }

        Repeater {
            model: root.draw.seal ? root.draw.seal.split("  ") : []

            Song {
                required property int index
                required property string modelData

                objectName: "quiz.draw.seal." + index
                x: Theme.s4 + index * (seal.width - Theme.s4 * 2 - width) / 3
                y: 60
                text: modelData
                font.pixelSize: Theme.h2
                leading: 1.2
                color: Theme.goldOnInk
                font.features: {
                    "lnum": 1,
                    "tnum": 1
                }
            }
        }

        Label {
            x: Theme.s4
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s2
            width: parent.width - Theme.s4 * 2
            text: root.draw.phase === "told" ? qsTr("种子已公布在抽奖单上，对一对指纹") : qsTr("抽完公布种子，谁都能重算；对不上就不算数")
            font.pixelSize: Theme.meta
            color: Theme.overInk
            elide: Text.ElideRight
        }
    }

    ScrollArea {
        x: root.asideX
        y: seal.y + seal.height + Theme.s2
        width: root.asideWidth
        height: tray.y - Theme.s2 - y
        spacing: 0

        Repeater {
            model: root.slipShown ? [] : root.draw.rows

            Item {
                id: row

                required property var modelData
                required property int index

                objectName: "quiz.draw.row." + index
                width: root.asideWidth
                height: 96
                Accessible.role: Accessible.StaticText
                Accessible.name: [name.text, numbers.text, side.text].join(" ")

                Song {
                    id: name

                    anchors.verticalCenter: parent.verticalCenter
                    width: 196
                    text: row.modelData.name
                    font.pixelSize: Theme.option
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                }

                Label {
                    id: numbers

                    x: 208
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - side.width - Theme.s3
                    text: row.modelData.numbers || row.modelData.what
                    bold: row.modelData.numbers !== "" && row.index === 0
                    font.pixelSize: Theme.option
                    elide: Text.ElideRight
                    color: row.modelData.numbers ? Theme.ink : Theme.ink2
                    font.features: {
                        "tnum": 1
                    }
                }

                Label {
                    id: side

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.left > 0 ? qsTr("还有 %1 份").arg(row.modelData.left) : row.modelData.given > 0 ? qsTr("领走 %1，余 %2").arg(row.modelData.given).arg(row.modelData.stock) : row.modelData.time
                    color: Theme.ink2
                }

                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Theme.hairline
                    color: Theme.rule
                }
            }
        }

        Label {
            objectName: "quiz.draw.slip"
            visible: root.slipShown
            width: root.asideWidth
            text: root.draw.slip || qsTr("先把够分的人封进名单，同时定下一颗种子，公布指纹。每个号码都由种子算出来，名单和种子谁也改不了。抽完公布种子，照着抽奖单就能重算一遍。")
            font.pixelSize: root.draw.slip ? Theme.small : Theme.read
            wrapMode: Text.WrapAnywhere
            lineHeight: 1.2
        }
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + Theme.s4 * 2

        PushButton {
            id: go

            objectName: "quiz.draw.go"
            x: root.asideX - tray.x
            y: Theme.s4
            width: (root.asideWidth - Theme.s3 * 2) / 2
            tone: "red"
            enabled: !root.draw.busy && (root.draw.phase === "told" ? root.draw.left > 0 : root.draw.phase !== "open" || root.draw.opens === "" && root.draw.tickets > 0)
            text: root.draw.phase === "open" ? qsTr("封名单，公布指纹") : root.draw.phase === "told" ? (root.draw.left > 0 ? qsTr("凭码领奖，还有 %1 份").arg(root.draw.left) : qsTr("都领完了")) : root.draw.present === "" ? qsTr("请操作人和见证人") : root.draw.phase === "drawn" ? qsTr("公布种子，收场") : qsTr("抽%1").arg(root.draw.nextPrize)
            onClicked: root.draw.advance()
        }

        PushButton {
            id: mine

            objectName: "quiz.draw.mine"
            anchors.left: go.right
            anchors.leftMargin: Theme.s3
            y: Theme.s4
            width: go.width / 2
            enabled: !root.draw.busy
            text: root.vm.desk.shown ? qsTr("换人查") : qsTr("查我的票")
            onClicked: root.vm.askTicket()
        }

        PushButton {
            objectName: "quiz.draw.how"
            anchors.left: mine.right
            anchors.leftMargin: Theme.s3
            y: Theme.s4
            width: go.width / 2
            text: root.slipShown ? qsTr("看奖项") : root.draw.slip ? qsTr("抽奖单") : qsTr("怎么抽的")
            onClicked: root.slipShown = !root.slipShown
        }
    }
}
