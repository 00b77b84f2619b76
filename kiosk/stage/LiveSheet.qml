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
        text: qsTr("签到、点名、抽奖盖住大屏上的讲稿，收起就回来。")
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
                },
                {
                    card: "sound",
                    icon: "volume-high",
                    text: qsTr("试音")
                }
            ]

            PushButton {
                required property var modelData

                objectName: "live.open." + modelData.card
                width: Math.min(280, (root.width - Theme.margin * 2 - Theme.s3 * 3) / 4)
                icon: modelData.icon
                text: modelData.text
                onClicked: {
                    if (modelData.card === "sound") {
                        root.vm.openPanel("sound");
                        return;
                    }
                    root.vm.openPanel("");
                    if (root.vm.live.card.kind !== modelData.card)
                        root.vm.live.open(modelData.card);
                }
            }
        }
    }
}
