pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.survey

// A survey: first page, one question a page, review, thanks, results. One page at a time; the old one is simply replaced.
FocusScope {
    id: root

    required property SurveyViewModel vm

    readonly property bool ending: ["done", "full", "early", "closed"].indexOf(vm.phase) >= 0
    // Another page: the phase, and of questions and results which one.
    readonly property string place: vm.phase === "asking" ? vm.question.id : vm.phase === "results" ? "results " + vm.results.at : vm.phase === "sending" ? "review" : vm.phase

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

    // Figures and letters answer: on a scale and in a list they choose, in a number they are written.
    function typed(text: string): bool {
        const key = text.toUpperCase();
        if (root.vm.phase !== "asking" || key === "")
            return false;
        if (root.vm.question.type === "number") {
            if (!/^[0-9.-]$/.test(key))
                return false;
            root.vm.question.press(key);
            return true;
        }
        const place = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[A-L]$/.test(key) ? key.charCodeAt(0) - 65 : -1;
        if (place < 0 || place >= root.vm.question.optionCount)
            return false;
        root.vm.question.tap(place);
        return true;
    }

    objectName: "survey"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: root.vm.title

    onPlaceChanged: {
        page.active = false;
        page.active = true;
    }

    Keys.onUpPressed: root.walk(false)
    Keys.onLeftPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onRightPressed: root.walk(true)
    Keys.onReturnPressed: event => {
        if (event.isAutoRepeat)
            return;
        if (root.vm.phase === "start")
            root.vm.begin();
        else if (root.vm.phase === "asking")
            root.vm.next();
        else if (root.vm.phase === "review")
            root.vm.send();
    }
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        if (event.key === Qt.Key_Backspace && root.vm.phase === "asking") {
            root.vm.question.type === "ranking" ? root.vm.question.undo() : root.vm.question.press("back");
            event.accepted = true;
        } else {
            event.accepted = root.typed(event.text);
        }
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
        sourceComponent: root.ending ? end : ({
                start: start,
                asking: asking,
                review: review,
                sending: review,
                results: results
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

        SurveyStart {
            vm: root.vm
        }
    }

    Component {
        id: asking

        SurveyAsk {
            vm: root.vm
        }
    }

    Component {
        id: review

        SurveyReview {
            vm: root.vm
        }
    }

    Component {
        id: results

        SurveyResults {
            vm: root.vm
        }
    }

    Component {
        id: end

        SurveyEnd {
            vm: root.vm
        }
    }
}
