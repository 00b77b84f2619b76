pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// Two versions, article by article.
Item {
    id: root

    required property DocumentViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property int wall: wide ? 684 : width
    readonly property var pair: vm.changes.pairs[vm.changes.pair]

    objectName: "document.comparePage"

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        id: heading

        x: root.wide ? Theme.margin : tag.x + tag.width + Theme.s4
        y: root.wide ? 300 : Theme.s5
        width: root.wall - x - Theme.s5
        text: qsTr("改了什么")
        font.pixelSize: root.wide ? 100 : Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        leading: 1.2
    }

    Column {
        id: words

        x: heading.x
        y: heading.y + heading.height
        width: root.wall - x - Theme.s5
        spacing: Theme.s1

        Label {
            objectName: "document.pair"
            width: parent.width
            text: root.pair.text
            bold: true
            wrapMode: Text.Wrap
        }

        Label {
            objectName: "document.changes"
            width: parent.width
            text: root.vm.changes.line
            color: Theme.ink2
            wrapMode: Text.Wrap
        }

        Repeater {
            model: root.vm.changes.versions.filter(v => v.name === root.pair.older || v.name === root.pair.newer)

            Label {
                required property var modelData

                width: words.width
                text: qsTr("%1：%2").arg(modelData.name).arg(modelData.days)
                font.pixelSize: Theme.meta
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }

        Text {
            width: parent.width
            textFormat: Text.RichText
            text: qsTr("<s>划掉的</s>是原来的字，<u>底色上的</u>是新的字").replace("<s>", "<span style='text-decoration:line-through; color:" + Theme.redDark + "'>").replace("</s>", "</span>").replace("<u>", "<span style='text-decoration:underline; background-color:" + Theme.highlight + "; color:" + Theme.overHighlight + "'>").replace("</u>", "</span>")
            font.family: Theme.sans
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
            renderType: Text.NativeRendering
        }
    }

    ListView {
        id: list

        objectName: "document.changeList"
        x: root.edge
        y: root.wide ? Theme.s5 : Math.max(tag.height, words.y + words.height) + Theme.s4
        width: root.hand
        height: (chips.visible ? chips.y - Theme.s3 : tray.y - Theme.s2) - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        model: root.vm.changes.rows

        delegate: ChangeRow {
            width: list.width
            current: index === root.vm.changes.at
        }

        Component.onCompleted: Qt.callLater(place)

        function place(): void {
            if (root.vm.changes.at > 0)
                positionViewAtIndex(root.vm.changes.at, ListView.Beginning);
        }

        // A page on or back; at its end nothing moves.
        function scroll(pages: real): void {
            const end = originY + Math.max(0, contentHeight - height);
            glide.to = Math.max(originY, Math.min(contentY + pages * height * 0.8, end));
            glide.restart();
        }

        NumberAnimation {
            id: glide

            target: list
            property: "contentY"
            duration: Theme.page
            easing.type: Easing.OutCubic
        }

        Connections {
            target: root.vm.changes

            function onCompared(): void {
                list.positionViewAtIndex(root.vm.changes.at, ListView.Beginning);
            }
        }
    }

    Flow {
        id: chips

        visible: true
        x: root.edge
        y: tray.y - height - Theme.s3
        width: root.hand
        spacing: Theme.s2

        Repeater {
            model: root.vm.changes.pairs.length > 1 ? root.vm.changes.pairs : []

            Chip {
                required property int index
                required property var modelData

                objectName: "document.pair." + index
                text: modelData.text
                checked: index === root.vm.changes.pair
                onClicked: root.vm.changes.choose(index)
            }
        }

        Chip {
            objectName: "document.every"
            text: qsTr("没改的也看")
            checked: root.vm.changes.every
            onClicked: root.vm.changes.toggleEvery()
        }

        Chip {
            objectName: "document.pageUp"
            icon: "arrow-up"
            name: qsTr("往上翻")
            enabled: !list.atYBeginning
            onClicked: list.scroll(-1)
        }

        Chip {
            objectName: "document.pageDown"
            icon: "arrow-down"
            name: qsTr("往下翻")
            enabled: !list.atYEnd
            onClicked: list.scroll(1)
        }
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2

        Row {
            id: buttons

            x: root.edge - tray.x
            width: root.hand
            height: Theme.control
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s3

            PushButton {
                objectName: "document.toContents"
                width: (buttons.width - buttons.spacing * 2) * 0.24
                height: parent.height
                text: qsTr("目录")
                onClicked: root.vm.to("contents")
            }

            PushButton {
                objectName: "document.previousChange"
                width: (buttons.width - buttons.spacing * 2) * 0.36
                height: parent.height
                icon: "arrow-left"
                text: qsTr("上一处改动")
                onClicked: root.vm.changes.step(-1)
            }

            PushButton {
                objectName: "document.nextChange"
                width: buttons.width - x
                height: parent.height
                tone: "red"
                icon: "arrow-right"
                text: qsTr("下一处改动")
                onClicked: root.vm.changes.step(1)
            }
        }
    }
}
