pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// The studio's wall, one of its rooms, or a request. One page at a time; the old one is simply replaced.
FocusScope {
    id: root

    required property StudioViewModel vm

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

    objectName: "studio"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)

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
                front: front,
                results: results,
                patents: results,
                tree: tree,
                people: people,
                changes: changes,
                gallery: gallery,
                links: links,
                describe: describe,
                contact: contact,
                review: review,
                receipt: receipt
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
        id: front

        StudioFront {
            vm: root.vm
        }
    }

    Component {
        id: results

        ResultsRoom {
            vm: root.vm
        }
    }

    Component {
        id: tree

        TreeRoom {
            vm: root.vm
        }
    }

    Component {
        id: people

        PeopleRoom {
            vm: root.vm
        }
    }

    Component {
        id: changes

        ChangesRoom {
            vm: root.vm
        }
    }

    Component {
        id: gallery

        GalleryRoom {
            vm: root.vm
        }
    }

    Component {
        id: links

        LinksRoom {
            vm: root.vm
        }
    }

    Component {
        id: describe

        OrderWrite {
            vm: root.vm
        }
    }

    Component {
        id: contact

        OrderContact {
            vm: root.vm
        }
    }

    Component {
        id: review

        OrderReview {
            vm: root.vm
        }
    }

    Component {
        id: receipt

        OrderReceipt {
            vm: root.vm
        }
    }
}
