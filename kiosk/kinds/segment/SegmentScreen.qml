import QtQuick
import kiosk.design
import kiosk.kinds.segment

// The player. Portrait: picture, title, captions, bar, buttons, list. Landscape: picture and captions left, the rest right.
FocusScope {
    id: root

    required property SegmentViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int pictureWidth: wide ? width - panelWidth : width
    readonly property int panelWidth: 720
    readonly property int inset: wide ? Theme.s5 : Theme.margin
    readonly property int panelX: wide ? pictureWidth : 0
    readonly property int panelRight: Theme.margin
    // Sound needs no caption band: its sentence is the picture.
    readonly property bool faulty: vm.phase === "fault"
    readonly property bool banded: vm.video && !faulty
    readonly property int bandHeight: banded ? (wide ? height - picture.height : 256) : 0

    objectName: "segment"
    focus: true

    Component.onCompleted: forceActiveFocus()
    onVisibleChanged: {
        if (!root.vm)
            return;
        if (visible)
            forceActiveFocus();
        else
            root.vm.hide();
    }

    Keys.onSpacePressed: root.vm.toggle()
    Keys.onLeftPressed: root.vm.skip(-10000)
    Keys.onRightPressed: root.vm.skip(10000)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_C) {
            root.vm.speech.toggleCaptions();
            event.accepted = true;
        }
    }

    // Decoding starts when the page stands still.
    Timer {
        interval: Theme.page
        running: root.visible
        onTriggered: root.vm.show()
    }

    PictureArea {
        id: picture

        objectName: "segment.picture"
        width: root.pictureWidth
        height: root.banded ? Math.round(width * 9 / 16) : root.wide ? root.height : Math.round(width * 9 / 16) + 256
        vm: root.vm
    }

    PlayerHeading {
        id: heading

        x: root.panelX + root.inset
        y: root.wide ? Theme.s4 : picture.height
        width: root.width - x - root.panelRight
        height: root.wide ? implicitHeight : 160
        vm: root.vm
    }

    CaptionBand {
        id: band

        objectName: "segment.captions"
        visible: height > 0
        y: root.wide ? picture.height : heading.y + heading.height
        width: root.pictureWidth
        height: root.bandHeight
        vm: root.vm

        NextOffer {
            anchors.fill: parent
            visible: root.vm.series.offering && band.visible
            vm: root.vm
        }
    }

    // Sound has no band: the offer lies where the sentence was.
    NextOffer {
        visible: root.vm.series.offering && !band.visible
        y: root.wide ? root.height - height : picture.height - height
        width: root.pictureWidth
        height: 256
        vm: root.vm
    }

    PlayerControls {
        id: controls

        x: root.panelX + root.inset
        y: root.wide ? root.height - height - Theme.s5 : band.visible ? band.y + band.height + Theme.s1 : heading.y + heading.height
        width: root.width - x - root.panelRight
        visible: !root.faulty
        vm: root.vm
    }

    PlayerLists {
        id: lists

        x: root.panelX
        y: root.wide ? heading.y + heading.height + Theme.s3 : controls.y + controls.height + Theme.s2
        width: root.width - x
        height: (root.wide ? controls.y : root.height) - y
        inset: root.inset
        insetRight: root.panelRight
        visible: !root.faulty
        vm: root.vm
    }

    StateBlock {
        objectName: "segment.fault"
        visible: root.faulty
        x: root.panelX + root.inset
        y: root.wide ? (root.height - height) / 2 : heading.y + heading.height + Theme.s3
        width: root.width - x - root.panelRight
        condition: "error"
        title: root.vm.fault.title
        note: root.vm.fault.note
        action: root.vm.fault.action
        onActed: root.vm.fault.instead()
    }
}
