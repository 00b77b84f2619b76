pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.quiz

// A quiz: start page, question, answer, result. One page at a time; the old one is simply replaced.
FocusScope {
    id: root

    required property QuizViewModel vm

    readonly property bool byKeys: vm.sign.identity === "card" || vm.sign.identity === "number"

    // Arrows walk over what can be touched on this page.
    function walk(forward: bool): void {
        let from = root.Window.activeFocusItem;
        if (!from || !root.holds(from))
            from = root;
        let next = from;
        for (let i = 0; i < 50; ++i) {
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

    // Letters and figures choose; in a number question figures are written.
    function typed(event: KeyEvent): bool {
        if (root.vm.phase === "sign")
            return root.signed(event);
        if (root.vm.phase === "confirm" && /^[0-9A-Za-z]$/.test(event.text)) {
            root.vm.draw.confirm.key(event.text);
            return true;
        }
        if (root.vm.phase !== "asking")
            return false;
        const key = event.text.toUpperCase();
        if (root.vm.question.type === "fill") {
            if (!root.vm.question.numeric || !/^[0-9.]$/.test(key))
                return false;
            root.vm.question.press(key);
            return true;
        }
        const place = /^[1-8]$/.test(key) ? Number(key) - 1 : /^[A-H]$/.test(key) ? key.charCodeAt(0) - 65 : -1;
        if (place < 0 || place >= root.vm.question.options.length)
            return false;
        root.vm.question.tap(place);
        return true;
    }

    // A card reader types; a keyboard may write a worker number.
    function signed(event: KeyEvent): bool {
        if (!root.byKeys || !/^[0-9A-Za-z]$/.test(event.text))
            return false;
        root.vm.sign.key(event.text);
        return true;
    }

    function entered(event: KeyEvent): void {
        if (event.isAutoRepeat)
            return;
        if (root.vm.phase === "sign" && root.byKeys)
            root.vm.sign.key("\n");
        else if (root.vm.phase === "confirm")
            root.vm.draw.confirm.key("\n");
        else
            root.vm.advance();
    }

    objectName: "quiz"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.display.replace(/\n/g, "")

    Keys.onReturnPressed: event => root.entered(event)
    Keys.onEnterPressed: event => root.entered(event)
    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        if (event.key === Qt.Key_Backspace && root.vm.phase === "asking") {
            root.vm.question.type === "order" ? root.vm.question.undo() : root.vm.question.press("back");
            event.accepted = true;
        } else if (event.key === Qt.Key_Backspace && root.vm.phase === "sign") {
            root.vm.sign.press("back");
            event.accepted = true;
        } else if (event.key === Qt.Key_Backspace && root.vm.phase === "confirm") {
            root.vm.draw.confirm.press("back");
            event.accepted = true;
        } else {
            event.accepted = root.typed(event);
        }
    }

    // Nothing on the page has the focus: Enter does what the red button does.
    Item {
        id: rest

        focus: true
    }

    Connections {
        target: root.vm.question

        function onChosen(): void {
            if (root.vm.question.type === "single" || root.vm.question.type === "judge")
                rest.forceActiveFocus();
        }
    }

    Loader {
        id: page

        width: root.width
        height: root.height
        sourceComponent: ({
                start: start,
                sign: sign,
                board: board,
                review: answered,
                duel: duel,
                relay: relay,
                draw: draw,
                confirm: confirm,
                asking: question,
                explained: answered,
                done: result
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
        id: start

        QuizStart {
            vm: root.vm
        }
    }

    Component {
        id: sign

        QuizSign {
            vm: root.vm
        }
    }

    Component {
        id: board

        QuizBoard {
            vm: root.vm
        }
    }

    Component {
        id: duel

        QuizDuel {
            vm: root.vm
        }
    }

    Component {
        id: draw

        QuizDraw {
            vm: root.vm
        }
    }

    Component {
        id: confirm

        QuizConfirm {
            vm: root.vm
        }
    }

    Component {
        id: relay

        QuizRelay {
            vm: root.vm
        }
    }

    Component {
        id: question

        QuizQuestion {
            vm: root.vm
        }
    }

    Component {
        id: answered

        QuizAnswered {
            vm: root.vm
        }
    }

    Component {
        id: result

        QuizResult {
            vm: root.vm
        }
    }
}
