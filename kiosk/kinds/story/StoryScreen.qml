pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.story

// A story. Portrait: the text passes under the poster's wall. Landscape: the poster stands at the left.
FocusScope {
    id: root

    required property StoryViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? Math.round(height * 5 / 7) + Theme.s6 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property int foot: vm.reading ? panel.height : tray.height

    function listenWords(): string {
        const s = vm.listenSeconds;
        return s >= 60 ? qsTr("听故事 %1 分 %2 秒").arg(Math.floor(s / 60)).arg(s % 60) : qsTr("听故事 %1 秒").arg(s);
    }

    function pageDown(): void {
        const lowest = text.originY + text.contentHeight + text.bottomMargin - text.height;
        down.to = Math.min(text.contentY + (text.height - bar.height) * 0.85, lowest);
        text.settled = true;
        down.restart();
    }

    objectName: "story"

    Keys.onDownPressed: pageDown()
    Keys.onSpacePressed: if (vm.reading)
        vm.narrator.toggle()
    else
        vm.startListening()

    StoryText {
        id: text

        objectName: "story.text"
        x: root.edge
        width: root.room
        height: root.height - root.foot
        vm: root.vm
        above: head
        footer: Component {
            StoryFoot {
                width: root.room
                vm: root.vm
            }
        }
        onPictureTouched: block => viewer.block = block
    }

    Component {
        id: head

        StoryHead {
            width: root.room
            vm: root.vm
            art: !root.wide
            inset: Theme.margin
            tagRoom: root.wide ? 104 + Theme.s5 : 0
        }
    }

    ArtFrame {
        visible: root.wide
        width: Math.round(root.height * 5 / 7)
        height: root.height
        source: root.wide ? root.vm.poster : ""
        alt: root.vm.posterAlt
        fallback: root.vm.title.charAt(0)
    }

    HangingTag {
        id: tag

        visible: root.wide || !bar.visible
        // The tag leaves with the head of the page.
        x: root.wide ? root.width - width - Theme.margin : Theme.margin
        y: Math.min(0, -(text.contentY - text.originY))
        text: root.vm.tag
        overArt: !root.wide
    }

    StoryBar {
        id: bar

        visible: !root.wide && text.contentY - text.originY > Theme.handZone - 180
        width: root.width
        vm: root.vm
        note: root.vm.reading ? qsTr("第 %1 句，共 %2 句").arg(Math.max(1, root.vm.sentence + 1)).arg(root.vm.narrator.count) : root.vm.subtitle
    }

    Tray {
        id: tray

        visible: !root.vm.reading
        x: root.wide ? root.edge - Theme.s6 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + Theme.s4 * 2

        PushButton {
            id: listen

            objectName: "story.listen"
            visible: root.vm.hasNarration
            x: root.wide ? Theme.s6 : Theme.margin
            y: Theme.s4
            width: visible ? (root.room - Theme.s3) * 0.62 : 0
            tone: "red"
            icon: "play"
            text: root.listenWords()
            onClicked: root.vm.startListening()
        }

        PushButton {
            objectName: "story.down"
            x: listen.visible ? listen.x + listen.width + Theme.s3 : listen.x
            y: Theme.s4
            width: root.room - (listen.visible ? listen.width + Theme.s3 : 0)
            icon: "arrow-down"
            text: qsTr("往下读")
            enabled: text.contentY < text.originY + text.contentHeight - text.height - 8
            onClicked: root.pageDown()
        }
    }

    ListenPanel {
        id: panel

        visible: root.vm.reading
        x: root.wide ? root.edge - Theme.s6 : 0
        y: root.height - height
        width: root.width - x
        inset: root.wide ? Theme.s6 : Theme.margin
        narrator: root.vm.narrator
    }

    NumberAnimation {
        id: down

        target: text
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }

    PictureViewer {
        id: viewer

        anchors.fill: parent
        visible: block !== null
        z: 2
        onClosed: block = null
    }
}
