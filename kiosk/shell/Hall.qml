pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import kiosk.design
import kiosk.shell
import kiosk.state
import kiosk.sdk

// The canvas: a logical screen whose short side is 1080, scaled to the window.
Item {
    id: root

    required property Shell shell
    required property Visit visit
    required property Narrator narrator
    required property AttractModel attractModel
    required property Panel panel
    required property ScreenLife life

    readonly property real fit: Math.min(width, height) / 1080
    // A screen hung upright whose computer does not know: the canvas is turned here.
    readonly property bool turned: panel.orientation !== "auto" && (panel.orientation === "portrait") !== (height >= width)

    Binding {
        target: Theme
        property: "night"
        value: root.visit.night
    }

    Binding {
        target: Theme
        property: "low"
        value: root.visit.low
    }

    Binding {
        target: Theme
        property: "readSize"
        value: root.visit.readSize
    }

    Binding {
        target: Theme
        property: "landscape"
        value: canvas.width > canvas.height
    }

    Binding {
        target: Theme
        property: "latin"
        value: root.visit.lang === "en"
    }

    Binding {
        target: Theme
        property: "scale"
        value: root.fit
    }

    Binding {
        target: Theme
        property: "gloves"
        value: root.panel.gloves
    }

    Binding {
        target: Theme
        property: "calm"
        value: root.panel.calm
    }

    Binding {
        target: Theme
        property: "pxPerMm"
        value: root.panel.pxPerMm(canvas.width, canvas.height)
    }

    Binding {
        target: Theme
        property: "loudness"
        value: root.life.loudness
    }

    Binding {
        target: Theme
        property: "captions"
        value: root.life.captions
    }

    Item {
        id: canvas

        objectName: "canvas"
        x: root.turned ? root.width : 0
        width: (root.turned ? root.height : root.width) / root.fit
        height: (root.turned ? root.width : root.height) / root.fit
        scale: root.fit
        rotation: root.turned ? 90 : 0
        transformOrigin: Item.TopLeft

        Rectangle {
            anchors.fill: parent
            color: Theme.paper
        }

        StackView {
            id: stack

            anchors.fill: parent
            anchors.bottomMargin: Theme.skirting
            anchors.topMargin: Theme.lowered
            clip: true
            pushEnter: Transition {
                NumberAnimation {
                    property: "y"
                    from: Theme.s5
                    to: 0
                    duration: Theme.page
                    easing.type: Easing.OutCubic
                }
            }
            pushExit: Transition {}
            popEnter: Transition {}
            popExit: Transition {}
            replaceEnter: Transition {}
            replaceExit: Transition {}
        }

        Component {
            id: host

            PageHost {}
        }

        Connections {
            target: root.shell

            function onPushed(page: Page): void {
                stack.pushItem(host, {
                    page: page
                });
            }

            function onPopped(): void {
                stack.popCurrentItem();
            }

            function onCleared(page: Page): void {
                stack.clear(StackView.Immediate);
                stack.pushItem(host, {
                    page: page
                }, StackView.Immediate);
            }
        }

        Notice {
            id: notice

            objectName: "notice"

            visible: root.shell.noticeTitle !== ""
            x: Theme.landscape ? canvas.width / 2 : Theme.s3
            y: canvas.height - Theme.skirting - height - Theme.aboveTrays // what can be done stays in reach
            z: 5
            width: Theme.landscape ? canvas.width / 2 - Theme.s3 : canvas.width - Theme.s3 * 2
            title: root.shell.noticeTitle
            note: root.shell.noticeNote
            tone: root.shell.noticeTone
            onClicked: root.shell.dismissNotice()

            Timer {
                interval: Theme.noticeStays
                running: notice.visible
                onTriggered: root.shell.dismissNotice()
            }
        }

        Loader {
            readonly property int above: item ? item.height : 0 // qmllint disable missing-property

            z: 5
            active: root.shell.sheet !== null
            y: canvas.height - Theme.skirting - above
            width: canvas.width
            sourceComponent: SheetHost {
                page: root.shell.sheet
            }
        }

        Loader {
            z: 6
            active: root.shell.panel
            y: canvas.height - Theme.skirting - height
            width: canvas.width
            sourceComponent: SizePanel {
                visit: root.visit
                onDone: root.shell.togglePanel()
            }
        }

        Skirting {
            id: skirting

            z: 7
            y: canvas.height - height
            width: canvas.width
            shell: root.shell
            narrator: root.narrator
            visit: root.visit
        }

        Loader {
            z: 8
            active: root.shell.asking > 0
            width: canvas.width
            height: canvas.height
            sourceComponent: StillThere {
                seconds: root.shell.asking
            }
        }

        Loader {
            id: attract

            z: 9
            active: root.shell.attract && !root.life.dark // asleep nothing moves
            width: canvas.width
            height: canvas.height
            sourceComponent: Attract {
                shell: root.shell
                cards: root.attractModel
            }
        }

        Loader {
            z: 11
            active: root.shell.stage !== null
            width: canvas.width
            height: canvas.height
            sourceComponent: StageHost {
                page: root.shell.stage
            }
        }

        Curtain {
            z: 20
            width: canvas.width
            height: canvas.height
            life: root.life
        }

        HiddenDoor {
            objectName: "hiddenDoor"
            z: 10
            x: Theme.s3
            width: Theme.margin + 104 + Theme.s4
            height: 264
            onKnocked: root.shell.knock()
        }

        Loader {
            // By address: naming the type here would load QtMultimedia before the first frame.
            readonly property bool used: root.narrator.used

            onUsedChanged: setSource("NarratorDeck.qml", {
                narrator: root.narrator
            })
        }

        Loader {
            id: keyboard

            // Something to type into has the focus. The keyboard costs a tenth of a second: it comes with the first field and stays.
            readonly property Item focused: root.Window.activeFocusItem
            readonly property bool field: focused !== null && focused.inputMethodComposing !== undefined && !focused.readOnly // qmllint disable missing-property
            readonly property bool typing: field && root.Window.active
            property bool wanted: false

            onFieldChanged: {
                if (field && !root.Window.active) // nobody activates the window where there is no window manager
                    root.Window.window.requestActivate();
            }
            onTypingChanged: {
                if (typing) {
                    wanted = true;
                    Qt.inputMethod.show(); // qmllint disable missing-property
                }
            }
            objectName: "keyboard"
            asynchronous: true
            z: 4
            active: wanted
            visible: typing && Qt.inputMethod.visible // qmllint disable missing-property
            width: canvas.width
            source: wanted ? Qt.resolvedUrl("Keyboard.qml") : ""
            y: canvas.height - height - Theme.skirting
        }
    }

    Shortcut {
        sequences: ["F10"]
        context: Qt.ApplicationShortcut
        onActivated: root.shell.knock()
    }

    Keys.onEscapePressed: root.shell.back()
    Keys.onBackPressed: root.shell.back()
    focus: true
}
