import QtQuick
import kiosk.design
import kiosk.shell

// The attract loop: one poster at a time, one sentence, twelve seconds. The first touch only wakes the kiosk.
Item {
    id: root

    required property Shell shell
    required property AttractModel cards

    property int index: 0

    objectName: "attract"

    function show(next: int): void {
        if (cards.count === 0)
            return;
        index = next % cards.count;
        leaving.card = arriving.card;
        arriving.card = cards.get(index);
        slide.restart();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.artPaper
    }

    AttractWall {
        id: leaving

        width: parent.width
        height: parent.height
        visible: card !== null && slide.running
    }

    AttractWall {
        id: arriving

        width: parent.width
        height: parent.height
        card: root.cards.count > 0 ? root.cards.get(0) : null
        visible: card !== null
    }

    AttractEmpty {
        anchors.fill: parent
        visible: root.cards.count === 0
    }

    HangingTag {
        x: parent.width - width - Theme.margin
        text: qsTr("先锋屏")
        inkGround: Theme.landscape
        overArt: true
    }

    NumberAnimation {
        id: slide

        target: arriving
        property: "x"
        from: root.width
        to: 0
        duration: Theme.attract
        easing.type: Easing.InOutQuad
    }

    Timer {
        interval: Theme.attractHold
        repeat: true
        running: root.cards.count > 1
        onTriggered: root.show(root.index + 1)
    }

    // Somebody put a stick in: whoever comes to pull it must see how far it is.
    Rectangle {
        visible: root.shell.markIcon !== ""
        y: root.height - height
        width: mark.width + Theme.s3 * 2
        height: mark.height + Theme.s2 * 2
        color: Theme.artInk

        QuietMark {
            id: mark

            objectName: "attract.mark"
            anchors.centerIn: parent
            icon: root.shell.markIcon
            text: root.shell.markText
            color: Theme.artPaper
        }
    }

    // Swallows the whole first touch, press to release.
    MouseArea {
        objectName: "attract.touch"
        anchors.fill: parent
        preventStealing: true
        onReleased: root.shell.wake()
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("碰一下屏幕开始")
}
