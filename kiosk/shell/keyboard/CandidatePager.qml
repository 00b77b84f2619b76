import QtQuick
import kiosk.design
import kiosk.shell.keyboard

// The arrow at the end of the candidates: shows the next ones, after the last ones the first again.
Pressable {
    id: root

    required property ListView list

    readonly property bool ends: list.atXEnd

    objectName: "candidates.more"
    visible: list.contentWidth > list.width
    width: Bed.arrow
    height: Bed.candidate
    ring: false
    activeFocusOnTab: false
    name: ends ? qsTr("前面的字") : qsTr("后面的字")
    onClicked: {
        if (ends) {
            list.positionViewAtBeginning();
            return;
        }
        const last = list.indexAt(list.contentX + list.width - 1, list.height / 2);
        if (last >= 0)
            list.positionViewAtIndex(last, ListView.Beginning);
        else
            list.positionViewAtEnd();
    }

    Rectangle {
        anchors.fill: parent
        color: root.down ? Theme.ink : Theme.sheet
        border.width: Theme.night ? Theme.line : 0
        border.color: Theme.ink
    }

    Icon {
        anchors.centerIn: parent
        name: root.ends ? "arrow-left" : "arrow-right"
        size: 44
        color: root.down ? Theme.overInk : Theme.ink
    }
}
