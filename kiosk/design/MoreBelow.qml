import QtQuick
import kiosk.design

// An ink band over the foot of a list: how many rows are still below. A touch scrolls on by a screen.
Pressable {
    id: root

    required property Flickable list
    property real inset: Theme.s3
    property string said: "" // in place of the number of rows

    // A row of which only the top shows counts as below.
    readonly property int below: {
        const rows = list as ListView;
        if (!rows || rows.count === 0)
            return 0;
        const end = rows.contentY - rows.originY + rows.height - (rows.bottomMargin > 0 ? rows.bottomMargin : 0);
        return Math.max(0, rows.count - Math.floor((end + 12) * rows.count / rows.contentHeight));
    }

    visible: list.visible && list.contentHeight > list.height && !list.atYEnd
    implicitHeight: Math.max(72, Theme.touchFloor)
    name: words.text
    ring: false
    onClicked: {
        glide.to = Math.min(list.contentY + Math.max(list.height - height - 60, list.height / 2), list.originY + list.contentHeight + list.bottomMargin - list.height);
        glide.restart();
    }

    Rectangle {
        anchors.fill: parent
        color: root.down || root.activeFocus ? Theme.inkPressed : Theme.ink
    }

    Icon {
        id: arrow

        x: root.inset
        anchors.verticalCenter: parent.verticalCenter
        name: "arrow-down"
        color: Theme.goldOnInk
    }

    Label {
        id: words

        anchors.left: arrow.right
        anchors.leftMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        text: root.said !== "" ? root.said : root.below === 0 ? qsTr("下面还有") : qsTr("还有 %1 项在下面").arg(root.below)
        color: Theme.overInk
    }

    NumberAnimation {
        id: glide

        target: root.list
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }
}
