pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// The list, a case, the four steps of a letter, its receipt, or a receipt looked up. One page at a time.
FocusScope {
    id: root

    required property SuggestionViewModel vm

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

    objectName: "suggestion"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)
    // A receipt may also be typed on a real keyboard.
    Keys.onPressed: event => {
        if (root.vm.phase !== "lookup")
            return;
        if (event.key === Qt.Key_Backspace)
            root.vm.lookup.erase();
        else if (/^[0-9A-Za-z]$/.test(event.text))
            root.vm.lookup.press(event.text);
        else
            return;
        event.accepted = true;
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
                list: list,
                "case": opened,
                topic: topic,
                text: write,
                contact: contact,
                review: review,
                receipt: receipt,
                lookup: lookup,
                waiting: waiting
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
        id: list

        SuggestionList {
            vm: root.vm
        }
    }

    Component {
        id: opened

        CasePage {
            vm: root.vm
        }
    }

    Component {
        id: topic

        TopicPage {
            vm: root.vm
        }
    }

    Component {
        id: write

        WritePage {
            vm: root.vm
            onDone: rest.forceActiveFocus()
        }
    }

    Component {
        id: contact

        ContactPage {
            vm: root.vm
            onDone: rest.forceActiveFocus()
        }
    }

    Component {
        id: review

        ReviewPage {
            vm: root.vm
        }
    }

    Component {
        id: receipt

        ReceiptPage {
            vm: root.vm
        }
    }

    Component {
        id: lookup

        LookupPage {
            vm: root.vm
        }
    }

    Component {
        id: waiting

        WaitingPage {
            vm: root.vm
        }
    }
}
