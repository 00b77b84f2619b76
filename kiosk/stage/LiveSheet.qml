pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// What can be done with the audience at any moment.
Rectangle {
    id: root

    required property StageViewModel vm

    implicitHeight: words.height + grid.height + Theme.s5 * 2 + Theme.s3
    color: Theme.kraft

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    MouseArea {
        anchors.fill: parent
    }

    Label {
        id: words

        x: Theme.margin
        y: Theme.s4
        width: parent.width - x * 2
        text: qsTr("和台下互动，大屏上盖住讲稿，收起就回来。")
        wrapMode: Text.Wrap
        color: Theme.ink2
    }

    Row {
        id: grid

        x: Theme.margin
        y: words.y + words.height + Theme.s3
        spacing: Theme.s3

        Repeater {
            model: [
                {
                    card: "sign",
                    icon: "account-check-outline",
                    text: qsTr("签到")
                },
                {
                    card: "caller",
                    icon: "bullhorn-outline",
                    text: qsTr("点名")
                },
                {
                    card: "draw",
                    icon: "gift-outline",
                    text: qsTr("抽奖")
                }
            ]

            PushButton {
                required property var modelData

                objectName: "live.open." + modelData.card
                width: 280
                icon: modelData.icon
                text: modelData.text
                onClicked: {
                    root.vm.openPanel("");
                    if (root.vm.live.card.kind !== modelData.card)
                        root.vm.live.open(modelData.card);
                }
            }
        }
    }
}
