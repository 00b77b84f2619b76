pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// One article with its plain words. Longer than its place: it scrolls, and a slab below it moves it on when touched.
Item {
    id: root

    required property int index
    required property var row
    property int offset: -1 // where the match stands that must be seen
    property bool plainMatch: false

    readonly property bool higher: column.implicitHeight > height + 1
    readonly property bool atEnd: view.contentY >= view.contentHeight - view.height - Theme.s2

    function reveal(): void {
        if (!higher) {
            view.contentY = 0;
            return;
        }
        let y = 0;
        if (root.offset >= 0)
            y = words.y + words.positionToRectangle(root.offset).y - view.height / 3;
        else if (root.plainMatch)
            y = plain.y - Theme.s3;
        view.contentY = Math.max(0, Math.min(y, view.contentHeight - view.height));
    }

    onOffsetChanged: Qt.callLater(reveal)
    onPlainMatchChanged: Qt.callLater(reveal)
    onRowChanged: Qt.callLater(reveal)
    ListView.onReused: view.contentY = 0

    Flickable {
        id: view

        objectName: "document.scroll"
        width: parent.width
        height: parent.height - (slab.visible ? slab.height + Theme.s2 : 0)
        contentWidth: width
        contentHeight: column.implicitHeight
        interactive: root.higher
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column

            width: root.width
            spacing: Theme.s3

            Song {
                visible: text !== ""
                width: parent.width
                text: root.row.title
                wrapMode: Text.Wrap
                font.pixelSize: Theme.h3
            }

            ArticleText {
                id: words

                objectName: "document.text"
                width: parent.width
                paragraphs: root.row.paragraphs
                color: root.row.aside ? Theme.ink2 : Theme.ink
                Accessible.role: Accessible.StaticText
                Accessible.name: root.row.spoken
            }

            Label {
                visible: text !== ""
                width: parent.width
                text: root.row.note
                wrapMode: Text.Wrap
                color: Theme.ink2
            }

            PlainBox {
                id: plain

                visible: root.row.plain.length > 0
                width: parent.width
                lines: root.row.plain
            }
        }
    }

    Pressable {
        id: slab

        objectName: "document.below"
        visible: root.higher
        y: root.height - height
        width: root.width
        height: Math.max(Theme.s6, Theme.touchFloor)
        name: said.text
        onClicked: {
            glide.to = root.atEnd ? 0 : Math.min(view.contentY + view.height * 0.8, view.contentHeight - view.height);
            glide.restart();
        }

        Rectangle {
            anchors.fill: parent
            color: slab.down ? Theme.inkPressed : Theme.ink
        }

        Label {
            id: said

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
