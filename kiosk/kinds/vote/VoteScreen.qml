pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.vote

// A contest, one page at a time; the old one is simply replaced. No key votes by itself: a card reader ends with Enter.
FocusScope {
    id: root

    required property VoteViewModel vm

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

    objectName: "vote"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)

    // Nothing on the page has the focus: the keyboard is down, and digits go to the number.
    Item {
        id: rest

        focus: true
        Keys.onPressed: event => {
            if (root.vm.phase !== "identify")
                return;
            if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
                root.vm.number.press(event.text);
            else if (event.key === Qt.Key_Backspace)
                root.vm.number.erase();
            else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !event.isAutoRepeat)
                root.vm.number.identify();
            else
                return;
            event.accepted = true;
        }
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
                gallery: gallery,
                detail: detail,
                identify: identify,
                confirm: confirm,
                wall: wall,
                hall: hall,
                nominate: nominate,
                nominated: nominated
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
        id: gallery

        VoteGallery {
            vm: root.vm
        }
    }

    Component {
        id: detail

        EntryPage {
            vm: root.vm
        }
    }

    Component {
        id: identify

        IdentityPage {
            vm: root.vm
            onTouched: rest.forceActiveFocus()
        }
    }

    Component {
        id: confirm

        ConfirmPage {
            vm: root.vm
        }
    }

    Component {
        id: wall

        VoteWall {
            vm: root.vm
        }
    }

    Component {
        id: hall

        VoteHall {
            vm: root.vm
        }
    }

    Component {
        id: nominate

        NominatePage {
            vm: root.vm
            onClosed: rest.forceActiveFocus()
        }
    }

    Component {
        id: nominated

        NominatedPage {
            vm: root.vm
        }
    }
}
