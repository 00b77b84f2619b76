import QtQuick
import kiosk.design

// A column to read that scrolls when it is higher than its place; then a slab below it moves it a page when touched.
Item {
    id: root

    default property alias content: column.data
    readonly property bool long: column.implicitHeight > height + 1
    readonly property bool atEnd: view.contentY >= view.contentHeight - view.height - Theme.s2

    Flickable {
        id: view

        objectName: "vote.scroll"
        width: parent.width
        height: parent.height - (slab.visible ? slab.height + Theme.s2 : 0)
        contentWidth: width
        contentHeight: column.implicitHeight
        interactive: root.long
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column

            width: root.width
            spacing: Theme.s2
        }
    }

    Pressable {
        id: slab

        objectName: "vote.more"
        visible: root.long
        y: root.height - height
        width: root.width
        height: Math.max(Theme.s6, Theme.touchFloor)
        name: words.text
        onClicked: {
            glide.to = root.atEnd ? 0 : Math.min(view.contentY + view.height * 0.8, view.contentHeight - view.height);
            glide.restart();
        }

        Rectangle {
            anchors.fill: parent
            color: slab.down ? Theme.inkPressed : Theme.ink
        }

        Label {
            id: words

            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: root.atEnd ? qsTr("回到上面") : qsTr("下面还有")
            color: Theme.overInk
        }

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            name: root.atEnd ? "arrow-up" : "arrow-down"
            size: 44
            color: Theme.goldOnInk
        }
    }

    NumberAnimation {
        id: glide

        target: view
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }
}
