pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// A lesson: the wall shows, the hand zone teaches and asks. The wall stays while the pages beside it change.
FocusScope {
    id: root

    required property LessonViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property real handX: wide ? 840 : Theme.margin
    readonly property real handY: wide ? Theme.s6 : Theme.handZone + 31
    readonly property bool carded: vm.phase === "card"

    function page(phase: string): Component {
        return ({
                start: start,
                who: who,
                learn: learn,
                finish: finish,
                card: card
            })[phase] ?? ask;
    }

    function red(): void {
        switch (root.vm.phase) {
        case "start":
            root.vm.begin();
            break;
        case "who":
            root.vm.who.resume();
            break;
        case "learn":
            root.vm.forward();
            break;
        case "ask":
            root.vm.question.submit();
            break;
        case "wrong":
            root.vm.again();
            break;
        case "right":
            root.vm.onward();
            break;
        case "finish":
            root.vm.certificate.make();
            break;
        }
    }

    // A card reader types; letters and figures choose.
    function typed(event: KeyEvent): bool {
        const key = event.text.toUpperCase();
        if (event.key === Qt.Key_Backspace) {
            root.vm.who.press("back");
            return true;
        }
        if (!/^[0-9A-Z]$/.test(key))
            return false;
        if (root.vm.phase === "ask" || root.vm.phase === "wrong") {
            const place = /^[1-4]$/.test(key) ? Number(key) - 1 : /^[A-D]$/.test(key) ? key.charCodeAt(0) - 65 : -1;
            if (place < 0)
                return false;
            root.vm.question.tap(place);
            return true;
        }
        root.vm.who.press(key);
        return true;
    }

    objectName: "lesson"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title
    Component.onCompleted: Qt.callLater(rest.forceActiveFocus) // once it stands on the stack

    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.red();
    }
    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            root.red();
    }
    Keys.onPressed: event => {
        if (!(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)))
            event.accepted = root.typed(event);
    }

    // Nothing on the page has the focus: Enter does what the red button does.
    Item {
        id: rest

        focus: true
    }

    Item {
        id: lift
    }

    LessonWall {
        visible: !root.carded
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
    }

    Loader {
        id: page

        x: root.carded ? 0 : root.handX
        width: root.carded ? root.width : root.width - root.handX - Theme.margin
        height: root.carded ? root.height : root.height - root.handY - Theme.s3
        sourceComponent: root.page(root.vm.phase)
        y: (root.carded ? 0 : root.handY) + lift.y
        onLoaded: {
            rest.forceActiveFocus();
            if (Theme.page > 0)
                rise.restart();
        }

        NumberAnimation {
            id: rise

            target: lift
            property: "y"
            from: Theme.s5
            to: 0
            duration: Theme.page
            easing.type: Easing.OutCubic
        }
    }

    Component {
        id: start

        LessonStart {
            vm: root.vm
        }
    }

    Component {
        id: who

        LessonWho {
            vm: root.vm
        }
    }

    Component {
        id: learn

        LessonLearn {
            vm: root.vm
        }
    }

    Component {
        id: ask

        LessonAsk {
            vm: root.vm
        }
    }

    Component {
        id: finish

        LessonFinish {
            vm: root.vm
        }
    }

    Component {
        id: card

        LessonCard {
            vm: root.vm
        }
    }
}
