pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// The certificate, hung on the gold wall. Everything on it is already in the record book.
Item {
    id: root

    required property LessonViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property bool invites: vm.certificate.invitation.uid !== undefined
    readonly property var made: vm.certificate.told

    objectName: "lesson.card"

    Rectangle {
        width: root.wide ? 1296 : root.width
        height: root.wide ? root.height : buttons.y - Theme.s4
        color: Theme.night ? Theme.paper : Theme.artGold
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: !Theme.night
    }

    Rectangle {
        id: sheet

        x: root.wide ? 228 : Theme.margin
        y: root.wide ? Theme.s6 : 312
        width: root.wide ? 996 : root.width - Theme.margin * 2
        height: root.wide ? root.height - Theme.s6 * 2 : buttons.y - Theme.s4 * 2 - y
        color: Theme.paper
        border.width: Theme.section
        border.color: Theme.ink

        Rectangle {
            anchors.fill: parent
            anchors.margins: 16
            color: "transparent"
            border.width: Theme.hairline
            border.color: Theme.ink
        }

        // The seal.
        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s6
            y: Theme.s6
            width: 148
            height: 148
            color: Theme.red

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.s1
                color: "transparent"
                border.width: Theme.line
                border.color: Theme.overRed
            }

            Song {
                anchors.centerIn: parent
                text: root.vm.han ? "学\n成" : qsTr("学成")
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: root.vm.han ? 54 : Theme.label
                color: Theme.overRed
                leading: 1.1
            }
        }

        Column {
            id: said

            x: Theme.s6
            y: Theme.s5 + Theme.s2
            width: parent.width - Theme.s6 * 2 - 148 - Theme.s3
            spacing: Theme.s2

            Label {
                width: parent.width
                text: qsTr("学习证书")
                color: Theme.ink2
                font.pixelSize: Theme.button
            }

            Song {
                objectName: "lesson.card.title"
                width: parent.width
                text: root.vm.title
                font.pixelSize: [Theme.door, Theme.h1, Theme.h2].find(s => root.vm.title.length * s * (/[\u3400-\u9fff]/.test(root.vm.title) ? 1 : 0.55) < width * (s < Theme.h1 ? 1.8 : 1)) ?? Theme.option
                maximumLineCount: 2
                wrapMode: Text.Wrap
                elide: Text.ElideRight
                leading: 1.2
            }
        }

        Row {
            id: words

            readonly property int count: root.vm.steps.length
            readonly property bool latin: Math.max(0, ...root.vm.steps.map(s => s.word.length)) > 4
            readonly property real cell: Math.min(220, (sheet.width - Theme.s6 * 2 - spacing * (count - 1)) / count)

            visible: foot.y - said.y - said.height > height + Theme.s6
            x: Theme.s6
            y: said.y + said.height + Math.min(Theme.s6, (foot.y - said.y - said.height - height) / 2)
            height: 76
            spacing: Theme.s2

            Repeater {
                model: root.vm.steps

                Rectangle {
                    id: cell

                    required property var modelData

                    width: words.cell
                    height: words.height
                    color: "transparent"
                    border.width: Theme.line
                    border.color: Theme.ink

                    Song {
                        anchors.centerIn: parent
                        width: parent.width - Theme.s2 * 2
                        horizontalAlignment: Text.AlignHCenter
                        text: cell.modelData.word
                        font.pixelSize: words.latin ? Theme.label : 46
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 18
                        leading: 1
                    }
                }
            }
        }

        Column {
            id: foot

            x: Theme.s6
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s6
            width: parent.width - Theme.s6 * 2 - square.width - Theme.s4
            spacing: Theme.s2

            Song {
                objectName: "lesson.card.name"
                visible: text !== ""
                width: parent.width
                text: root.made.name ?? ""
                font.pixelSize: Theme.h1
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.label
            }

            Label {
                objectName: "lesson.card.number"
                visible: (root.made.number ?? "") !== ""
                text: qsTr("工号 %1").arg(root.made.number ?? "")
                font.pixelSize: Theme.button
            }

            Label {
                objectName: "lesson.card.day"
                width: parent.width
                text: root.made.day || qsTr("本机的钟没对准，日期请工会填写")
                wrapMode: Text.Wrap
                font.pixelSize: Theme.button
            }

            Label {
                text: qsTr("第 %1 版，共 %2 步").arg(root.made.edition ?? 1).arg(root.vm.total)
                color: Theme.ink2
            }

            Item {
                width: 1
                height: Theme.s2
            }

            Label {
                text: qsTr("证书号，工会凭它查得到")
                color: Theme.ink2
                font.pixelSize: Theme.meta
            }

            Song {
                objectName: "lesson.card.code"
                width: parent.width
                text: root.made.code ?? ""
                font.pixelSize: Theme.h2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.label
                leading: 1.1
                color: Theme.red
                font.features: {
                    "lnum": 1,
                    "tnum": 1
                }
            }
        }

        QrSquare {
            id: square

            objectName: "lesson.card.qr"
            anchors.right: parent.right
            anchors.rightMargin: Theme.s6
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.s6 + caption.height + Theme.s1
            width: 324
            name: qsTr("证书的二维码")
            code: root.made.qr ?? ({
                    size: 0,
                    runs: []
                })
        }

        Label {
            id: caption

            anchors.top: square.bottom
            anchors.topMargin: Theme.s1
            anchors.horizontalCenter: square.horizontalCenter
            width: square.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("手机扫一扫，带走")
            font.pixelSize: Theme.meta
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 22
            color: Theme.ink2
        }
    }

    Column {
        id: buttons

        x: root.wide ? 1296 + Theme.s5 : Theme.margin
        width: root.width - x - Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.wide ? Theme.s6 : Theme.s3
        spacing: Theme.s3

        PushButton {
            objectName: "lesson.restart"
            width: parent.width
            tone: root.invites ? "sheet" : "red"
            icon: "account-switch-outline"
            text: qsTr("收好了，换下一位学")
            onClicked: root.vm.restart()
        }

        PushButton {
            objectName: "lesson.invite"
            visible: root.invites
            width: parent.width
            tone: "red"
            text: root.vm.certificate.invitation.label ?? ""
            onClicked: root.vm.open(root.vm.certificate.invitation.uid)
        }
    }
}
