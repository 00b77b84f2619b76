pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.story

// What comes after the text: a quiz about it, whom to meet next, where the facts were checked.
Column {
    id: root

    required property StoryViewModel vm

    spacing: Theme.s4
    topPadding: Theme.s6
    bottomPadding: Theme.s6

    PushButton {
        objectName: "story.quiz"
        visible: root.vm.quiz !== ""
        width: parent.width
        icon: "help-box-outline"
        text: qsTr("考考我")
        onClicked: root.vm.openItem(root.vm.quiz)
    }

    Song {
        visible: root.vm.related.length > 0
        text: qsTr("接着认识")
        font.pixelSize: Theme.h2
    }

    Row {
        visible: root.vm.related.length > 0
        spacing: Theme.s3

        Repeater {
            model: root.vm.related.slice(0, 3)

            PosterCard {
                required property var modelData

                objectName: "related." + modelData.uid
                width: (root.width - Theme.s3 * 2) / 3
                title: modelData.name
                picture: modelData.square
                onClicked: root.vm.openItem(modelData.uid)
            }
        }
    }

    // The same person or topic in other rooms.
    Column {
        id: others

        readonly property var elsewhere: root.vm.akin.filter(card => card.kind !== "story" && card.uid !== root.vm.quiz).slice(0, 3)

        visible: elsewhere.length > 0
        width: parent.width
        spacing: Theme.s2

        Repeater {
            model: others.elsewhere

            ListRow {
                required property var modelData

                objectName: "akin." + modelData.uid
                width: root.width
                title: modelData.title
                note: modelData.subtitle
                picture: modelData.thumb
                onClicked: root.vm.openItem(modelData.uid)
            }
        }
    }

    Label {
        visible: root.vm.sources.length > 0
        width: parent.width
        text: qsTr("事实出处：%1").arg(root.vm.sources.join("；"))
        font.pixelSize: Theme.small
        color: Theme.ink2
        wrapMode: Text.Wrap
        lineHeight: 1.1
    }
}
