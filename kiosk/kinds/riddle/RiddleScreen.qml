pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// A wall of lanterns, one of them open, or its answer. One page at a time; the old one is simply replaced.
FocusScope {
    id: root

    required property RiddleViewModel vm

    // Arrows walk over what can be touched on this page.
    function walk(forward: bool): void {
        let next = root.holds(root.Window.activeFocusItem) ? root.Window.activeFocusItem : root;
        for (let i = 0; i < 60; ++i) {
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

    objectName: "riddle"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.vm.phase === "asking" ? root.vm.lantern.confirm() : root.vm.next();
    }

    // Nothing on the page has the focus: the keyboard is down.
    Item {
        id: rest

        focus: true
    }

    // A touch beside everything puts the keyboard away.
    MouseArea {
        anchors.fill: parent
        onClicked: rest.forceActiveFocus()
    }

    Loader {
        id: page

        width: root.width
        height: root.height
        sourceComponent: ({
                wall: wall,
                asking: asking,
                answered: answered
            })[root.vm.phase]
        onLoaded: {
            rest.forceActiveFocus();
            if (Theme.page > 0)
                rise.restart();
        }

        NumberAnimation {
            id: rise

            target: page
            property: "y"
            from: Theme.s5
            to: 0
            duration: Theme.page
            easing.type: Easing.OutCubic
        }
    }

    Component {
        id: wall

        RiddleWall {
            vm: root.vm
        }
    }

    Component {
        id: asking

        RiddleOpen {
            vm: root.vm
        }
    }

    Component {
        id: answered

        RiddleAnswered {
            vm: root.vm
        }
    }
}
