pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Two pictures of one place, cut at a line. The bar under them moves the line, and so do the buttons.
Item {
    id: root

    required property var pair
    property int pictureHeight: 520
    property real cut: 0.5 // share of the width that shows what was before

    function place(share: real): void {
        cut = Math.max(0, Math.min(1, share));
    }

    implicitHeight: bar.y + bar.height + Theme.s2 + Theme.chip
    onPairChanged: cut = 0.5

    Item {
        id: frame

        width: root.width
        height: root.pictureHeight
        clip: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("原来：%1。现在：%2").arg(root.pair.before.caption).arg(root.pair.after.caption)

        ArtFrame {
            width: parent.width
            height: parent.height
            source: root.pair.after.source
            alt: root.pair.after.alt
            fallback: qsTr("缺")
        }

        Item {
            width: frame.width * root.cut
            height: parent.height
            clip: true

            ArtFrame {
                width: frame.width
                height: frame.height
                source: root.pair.before.source
                alt: root.pair.before.alt
                fallback: qsTr("缺")
            }
        }

        Rectangle {
            x: Math.round(frame.width * root.cut) - width / 2
            visible: root.cut > 0 && root.cut < 1
            width: Theme.strip
            height: parent.height
            color: Theme.artPaper
        }

        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: Theme.line
            border.color: Theme.ink
        }
    }

    FocusScope {
        id: bar

        objectName: "studio.cut"
        y: root.pictureHeight + Theme.s1
        width: root.width
        height: Math.max(112, Theme.touchFloor)
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("分界线")
        Keys.onLeftPressed: root.place(root.cut - 0.1)
        Keys.onRightPressed: root.place(root.cut + 0.1)

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 12
            color: Theme.track
        }

        Rectangle {
            x: Math.max(0, Math.min(bar.width - width, bar.width * root.cut - width / 2))
            anchors.verticalCenter: parent.verticalCenter
            width: 44
            height: 88
            color: Theme.ink
        }

        MouseArea {
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => root.place(mouse.x / width)
            onPositionChanged: mouse => root.place(mouse.x / width)
        }

        Focus {
            target: bar
            visible: bar.activeFocus
        }
    }

    Row {
        y: bar.y + bar.height + Theme.s2
        spacing: Theme.s3

        Chip {
            objectName: "studio.allBefore"
            width: (root.width - 120 * 2 - Theme.s3 * 3) / 2
            text: qsTr("全看原来")
            checked: root.cut === 1
            onClicked: root.place(1)
        }

        Chip {
            objectName: "studio.cutLeft"
            width: 120
            icon: "arrow-left"
            name: qsTr("分界线往左")
            onClicked: root.place(root.cut - 0.1)
        }

        Chip {
            objectName: "studio.cutRight"
            width: 120
            icon: "arrow-right"
            name: qsTr("分界线往右")
            onClicked: root.place(root.cut + 0.1)
        }

        Chip {
            objectName: "studio.allAfter"
            width: (root.width - 120 * 2 - Theme.s3 * 3) / 2
            text: qsTr("全看现在")
            checked: root.cut === 0
            onClicked: root.place(0)
        }
    }
}
