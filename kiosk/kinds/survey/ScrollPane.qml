import QtQuick
import kiosk.design

// A column that scrolls when it is higher than its place. Then a slab below it says so, and moves it a page when touched.
Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property string more: qsTr("下面还有")
    readonly property real contentHeight: column.implicitHeight
    readonly property bool long: contentHeight > height + 1
    readonly property bool atEnd: view.contentY >= view.contentHeight - view.height - Theme.s3
    readonly property Item focused: Window.activeFocusItem

    function show(item: Item): void {
        const y = item.mapToItem(column, 0, 0).y;
        if (y < view.contentY)
            view.contentY = y;
        else if (y + item.height > view.contentY + view.height - Theme.s3)
            view.contentY = Math.min(y + item.height + Theme.s3 - view.height, view.contentHeight - view.height);
    }

    onFocusedChanged: {
        for (let up = root.focused; up; up = up.parent) {
            if (up === column) {
                root.show(root.focused);
                return;
            }
        }
    }

    // The view is wider than its column, so that a focus ring is not cut.
    Flickable {
        id: view

        objectName: "survey.scroll"
        x: -Theme.s3
        y: -Theme.s3
        width: root.width + Theme.s3 * 2
        height: root.height + Theme.s3 - (slab.visible ? slab.height + Theme.s2 : -Theme.s3)
        contentWidth: width
        contentHeight: column.implicitHeight + Theme.s3 * 2
        interactive: root.long
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column

            x: Theme.s3
            y: Theme.s3
            width: root.width
            spacing: Theme.s3
        }
    }

    Pressable {
        id: slab

        objectName: "survey.more"
        visible: root.long
        y: root.height - height
        width: root.width
        height: Math.max(Theme.s6, Theme.touchFloor)
        name: label.text
        onClicked: {
            glide.to = root.atEnd ? 0 : Math.min(view.contentY + view.height * 0.8, view.contentHeight - view.height);
            glide.restart();
        }

        Rectangle {
            anchors.fill: parent
            color: slab.down ? Theme.inkPressed : Theme.ink
        }

        Label {
            id: label

            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: root.atEnd ? qsTr("回到上面") : root.more
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
