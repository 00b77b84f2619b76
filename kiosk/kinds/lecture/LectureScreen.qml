pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lecture

// A lecture to leaf through: who speaks and how long on the wall, the run order below or beside it, and the way onto the stage.
FocusScope {
    id: root

    required property LectureViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 1080 : Theme.margin
    readonly property int hand: width - edge - Theme.margin

    // Arrows walk over what can be touched on this page.
    function walk(forward: bool): void {
        let next = root.holds(root.Window.activeFocusItem) ? root.Window.activeFocusItem : root;
        for (let i = 0; i < 80; ++i) {
            next = next.nextItemInFocusChain(forward);
            if (next !== root && root.holds(next) && next.activeFocusOnTab) {
                next.forceActiveFocus(Qt.TabFocusReason);
                return;
            }
        }
    }

    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent) {
            if (up === root)
                return true;
        }
        return false;
    }

    objectName: "lecture"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)

    LectureWall {
        width: root.wide ? 1008 : root.width
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
    }

    ListView {
        id: list

        objectName: "lecture.steps"
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone
        width: root.hand
        height: tray.y - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: contentHeight > height - more.height ? more.height : 0
        model: root.vm.steps

        delegate: StepRow {
            required property int index
            required property var modelData

            objectName: "lecture.step." + index
            width: list.width
            step: modelData
            onClicked: root.vm.openItem(modelData.uid)
            onActiveFocusChanged: {
                if (activeFocus)
                    list.positionViewAtIndex(index, ListView.Contain);
            }
        }
    }

    MoreBelow {
        id: more

        objectName: "lecture.more"
        list: list
        x: list.x
        y: list.y + list.height - height
        width: list.width
    }

    Tray {
        id: tray

        x: root.wide ? 1008 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2

        PushButton {
            objectName: "lecture.rehearse"
            x: root.edge - tray.x
            width: go.x - x - Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.control
            icon: "clipboard-check-outline"
            text: qsTr("先彩排")
            onClicked: root.vm.rehearse()
        }

        PushButton {
            id: go

            objectName: "lecture.go"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand * 0.54
            height: Theme.control
            tone: "red"
            icon: "presentation-play"
            text: qsTr("开始讲课")
            onClicked: root.vm.begin()
        }
    }
}
