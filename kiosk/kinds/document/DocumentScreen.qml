pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// A law: its contents, an article, the number pad, the search, or what was changed. One page at a time.
FocusScope {
    id: root

    required property DocumentViewModel vm

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

    objectName: "document"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    Keys.onUpPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onLeftPressed: root.vm.phase === "article" ? root.vm.article.step(-1) : root.walk(false)
    Keys.onRightPressed: root.vm.phase === "article" ? root.vm.article.step(1) : root.walk(true)

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
                contents: contents,
                article: article,
                jump: jump,
                find: find,
                compare: compare
            })[root.vm.phase]
        onLoaded: {
            if (root.vm.phase !== "find")
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
        id: contents

        ContentsPage {
            vm: root.vm
        }
    }

    Component {
        id: article

        ArticlePage {
            vm: root.vm
        }
    }

    Component {
        id: jump

        JumpPage {
            vm: root.vm
        }
    }

    Component {
        id: find

        FindPage {
            vm: root.vm
            onDone: rest.forceActiveFocus()
        }
    }

    Component {
        id: compare

        ComparePage {
            vm: root.vm
        }
    }
}
