pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Paragraphs at the reader's size. When they are higher than their place, a slab below moves them by a page.
Item {
    id: root

    property var paragraphs: []

    readonly property bool long: column.implicitHeight > height + 1
    readonly property bool atEnd: view.contentY >= view.contentHeight - view.height - Theme.s3

    Flickable {
        id: view

        width: root.width
        height: root.height - (slab.visible ? slab.height + Theme.s2 : 0)
        contentWidth: width
        contentHeight: column.implicitHeight
        interactive: root.long
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column

            width: view.width

            Repeater {
                model: root.paragraphs

                Label {
                    required property string modelData
                    readonly property bool han: /[\u3400-\u9fff]/.test(modelData)

                    width: column.width
                    text: han ? "\u3000\u3000" + modelData : modelData
                    font.pixelSize: Theme.read
                    lineHeight: Theme.readLine / 1.448
                    wrapMode: Text.Wrap
                    bottomPadding: han ? 0 : Theme.s2
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData
                }
            }
        }
    }

    Pressable {
        id: slab

        objectName: "lesson.more"
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
