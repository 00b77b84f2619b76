pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// The first page: what it is about, how long it takes, and what is done with the answer.
Item {
    id: root

    required property SurveyViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int artWidth: wide ? Math.round(height * 5 / 7) : 548
    readonly property int edge: wide ? artWidth + Theme.s6 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property int titleRoom: wide ? hand : width - artWidth - Theme.margin - Theme.s4
    readonly property var facts: [
        {
            icon: "format-list-numbered",
            text: qsTr("%1 问，约 %2 分钟").arg(root.vm.count).arg(root.vm.minutes)
        },
        {
            icon: "account-off-outline",
            text: root.vm.privacy
        },
        {
            icon: "arrow-left",
            text: qsTr("每一步都能退回去改，交了才算")
        },
        {
            icon: "calendar-outline",
            text: root.vm.closes ? qsTr("收到 %1 为止").arg(root.vm.closes) : ""
        }
    ]

    function face(size: int): font {
        return Qt.font({
            family: Theme.song,
            weight: Font.Bold,
            pixelSize: size,
            features: {
                "halt": 1
            }
        });
    }

    // The largest type at which the title fits its place.
    function set(said: string, wide: real, high: real): var {
        let last = null;
        for (const size of [Theme.door, Theme.h1, Theme.question, Theme.h2, Theme.h3, Theme.option]) {
            const text = root.vm.balanced(said, root.face(size), wide);
            last = {
                size: size,
                text: text
            };
            if (text.split("\n").length * size * 1.28 <= high && root.vm.widest(text, root.face(size)) <= wide)
                return last;
        }
        return last;
    }

    objectName: "survey.start"

    ArtFrame {
        x: root.wide ? 0 : root.width - width
        width: root.artWidth
        height: root.wide ? root.height : Theme.handZone
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: "问"
    }

    HangingTag {
        x: root.wide ? root.width - Theme.margin - width : Theme.margin
        text: root.vm.tag
    }

    Song {
        id: title

        readonly property var setting: root.set(root.wide ? root.vm.title : root.vm.display, root.titleRoom - (root.wide ? 140 : 0), root.wide ? 240 : 460)

        objectName: "survey.title"
        x: root.edge
        y: root.wide ? Theme.s6 : 284
        width: root.titleRoom
        text: setting.text
        font: root.face(setting.size)
        leading: 1.28
        Accessible.role: Accessible.Heading
        Accessible.name: root.vm.title
    }

    ScrollPane {
        id: pane

        x: root.edge
        y: root.wide ? Math.max(title.y + title.height, 230) + Theme.s3 : Theme.handZone + Theme.s4
        width: root.hand
        height: tray.y - y - Theme.s3

        Label {
            objectName: "survey.about"
            visible: text !== ""
            width: parent.width
            text: root.vm.about
            font.pixelSize: root.wide ? Theme.noteSize : Theme.read
            lineHeight: 1.5 / 1.448
            wrapMode: Text.Wrap
        }

        Rectangle {
            width: parent.width
            height: Theme.section
            color: Theme.ink
        }

        Repeater {
            model: root.facts

            Row {
                id: fact

                required property var modelData

                visible: modelData.text !== ""
                width: root.hand
                spacing: Theme.s3

                Icon {
                    name: fact.modelData.icon
                    size: root.wide ? 44 : 52
                    color: Theme.red
                }

                Label {
                    width: parent.width - 52 - Theme.s3
                    text: fact.modelData.text
                    font.pixelSize: root.wide ? Theme.noteSize : Theme.read
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    Tray {
        id: tray

        x: root.wide ? root.artWidth : 0
        y: parent.height - height
        width: parent.width - x
        height: root.wide ? Theme.control + Theme.s4 * 2 : Theme.optionHeight + Theme.s6 * 2 - Theme.s2

        PushButton {
            objectName: "survey.begin"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand
            height: root.wide ? Theme.control : Theme.optionHeight
            tone: "red"
            icon: "arrow-right"
            text: qsTr("开始答")
            onClicked: root.vm.begin()
        }
    }
}
