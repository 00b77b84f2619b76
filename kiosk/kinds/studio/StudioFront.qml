pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// The studio's wall: what it changed, in slats; what it counts; and the card in front.
Item {
    id: root

    required property StudioViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 1080 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool tall: vm.rooms.changes.length > 0 && !wide

    objectName: "studio.front"

    StudioHead {
        id: head

        width: root.wide ? 1000 : root.width
        tag: root.vm.tag
        title: root.vm.display
        note: root.vm.subtitle
        sample: root.vm.sample
    }

    BeforeAfter {
        visible: root.vm.rooms.changes.length > 0
        objectName: "studio.change"
        x: Theme.margin
        y: root.wide ? Math.max(head.height + Theme.s5, (root.height - implicitHeight) / 2) : Math.max(head.height + Theme.s2, Theme.handZone - Theme.s3 - implicitHeight)
        width: root.wide ? 936 : root.width - Theme.margin * 2
        most: (root.wide ? root.height - Theme.s7 - Theme.s5 : Theme.handZone - Theme.s3) - head.height - Theme.s3
        change: root.vm.rooms.changes[0] ?? ({
                what: "",
                unit: "",
                how: "",
                before: "",
                after: "",
                slat: 1,
                full: 1,
                beforeSlats: 0,
                afterSlats: 0
            })
    }

    // Without a number the wall says who they are.
    Song {
        visible: root.vm.rooms.changes.length === 0
        x: Theme.margin
        y: head.height + Theme.s5
        width: root.wide ? 936 : root.width - Theme.margin * 2
        height: (root.wide ? root.height : Theme.handZone) - y - Theme.s4
        text: root.vm.about || root.vm.leader
        font.pixelSize: Theme.h2
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.label
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        leading: 1.4
    }

    Label {
        visible: root.wide && root.vm.rooms.changes.length > 0 && root.vm.leader !== ""
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s5
        width: 936
        text: root.vm.leader
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Row {
        id: tiles

        x: root.edge
        y: root.wide ? Theme.s4 : Theme.handZone + Theme.s1
        spacing: Theme.s3

        Repeater {
            model: root.vm.rooms.tiles

            CountTile {
                required property var modelData
                required property int index

                objectName: "studio.tile." + index
                width: (root.hand - Theme.s3 * 2) / 3
                count: modelData.count
                word: modelData.word
                note: modelData.note
                onClicked: root.vm.rooms.enter(modelData.room)
            }
        }
    }

    CardBoard {
        id: board

        x: root.edge
        y: (tiles.height > 0 ? tiles.y + tiles.height : Theme.handZone) + (root.wide ? Theme.s3 : Theme.s4)
        width: root.hand
        cardHeight: Math.min(412, tray.y - y - 44 - Theme.s2 - Theme.s3)
        vm: root.vm
    }

    FrontTray {
        id: tray

        x: root.wide ? 1032 : 0
        y: root.height - height
        width: root.width - x
        height: implicitHeight
        edge: root.edge - x
        vm: root.vm
    }
}
