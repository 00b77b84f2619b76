pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.catalog

// A list of exhibits. Portrait: the wall scrolls away with the list. Landscape: the wall stands at the left.
Item {
    id: root

    required property CatalogViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 684 : 0
    readonly property int inset: wide ? Theme.s5 : Theme.margin
    readonly property bool few: vm.count < 4 && vm.count > 0 // a single row fills the hand zone
    readonly property int columns: few ? vm.count : Math.max(2, Math.floor((width - edge - inset * 2 + Theme.s3) / 320))
    readonly property real art: few ? Math.min(560, (cell - Theme.s3) * 7 / 5) : (cell - Theme.s3) * 274 / 296
    readonly property real cell: (width - edge - inset * 2 + Theme.s3) / columns

    readonly property int head: wide ? 0 : Theme.handZone + (vm.hasPeople ? Theme.chip + Theme.s4 : 0)

    objectName: "catalog"

    CatalogWall {
        visible: root.wide
        width: root.edge
        height: root.height
        vm: root.vm
    }

    PeopleWays {
        visible: root.wide && root.vm.hasPeople
        x: Theme.margin
        y: root.height - height - Theme.s5
        width: root.edge - Theme.margin - Theme.s5
        vm: root.vm
    }

    GridView {
        id: grid

        objectName: "catalog.grid"
        x: root.edge + root.inset
        width: root.width - x - root.inset + Theme.s3
        height: root.height - tray.height
        cellWidth: root.cell
        cellHeight: Math.round(root.art) + 78 + Theme.s3
        model: root.vm.model
        cacheBuffer: 400
        reuseItems: true
        bottomMargin: Theme.s4 + more.height // the band lies over the list: a list that grew when it goes would call it back
        topMargin: root.wide ? Theme.s5 : 0
        header: root.wide ? null : wall

        delegate: Item {
            id: slot

            required property int index
            required property string uid
            required property string name
            required property string trade
            required property string condition
            required property url picture

            width: grid.cellWidth
            height: grid.cellHeight

            PosterCard {
                objectName: "card." + slot.uid
                width: parent.width - Theme.s3
                art: root.art
                title: slot.name
                note: slot.trade
                picture: slot.picture
                opacity: slot.condition === "ok" ? 1 : 0.6
                onClicked: root.vm.open(slot.uid)
            }
        }
    }

    Component {
        id: wall

        Item {
            width: grid.width
            height: root.head

            CatalogWall {
                x: -root.inset
                width: root.width
                height: Theme.handZone
                vm: root.vm
            }

            PeopleWays {
                visible: root.vm.hasPeople
                y: Theme.handZone
                width: parent.width - Theme.s3
                vm: root.vm
            }
        }
    }

    StateBlock {
        readonly property bool chosen: root.vm.chips[0].length > 0 // there are filters to let go of

        visible: root.vm.condition !== "ok"
        x: root.edge + root.inset
        y: root.wide ? 240 : Theme.handZone + Theme.s5
        width: root.width - x - root.inset
        condition: root.vm.condition === "ok" ? "empty" : root.vm.condition
        title: root.vm.condition === "loading" ? qsTr("正在取内容") : root.vm.condition === "error" ? qsTr("这一页打不开") : chosen ? qsTr("没有这样的内容") : qsTr("这里还没有内容")
        note: root.vm.condition === "empty" && chosen ? qsTr("换一个年代或行业看看") : root.vm.condition === "error" ? qsTr("别的都能看，它会自己修好") : ""
        action: root.vm.condition === "empty" && chosen ? qsTr("看全部") : root.vm.condition === "error" ? qsTr("再试一次") : ""
        onActed: root.vm.condition === "error" ? root.vm.load() : root.vm.choose("all", "")
    }

    // How many are still below: an ink band on the tray that scrolls one screen.
    Pressable {
        id: more

        readonly property real seen: grid.contentY - grid.originY - root.head + root.height - tray.height - height
        readonly property int below: Math.max(0, root.vm.count - Math.max(0, Math.floor((seen + 90) / grid.cellHeight)) * root.columns)

        objectName: "catalog.more"
        visible: root.vm.condition === "ok" && below > 0
        x: root.edge
        y: root.height - tray.height - height
        width: root.width - x
        height: Math.max(84, Theme.touchFloor)
        name: words.text
        ring: false
        onClicked: glide.start()

        Rectangle {
            anchors.fill: parent
            color: more.down || more.activeFocus ? Theme.inkPressed : Theme.ink
        }

        Icon {
            id: down

            x: root.inset
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow-down"
            size: 48
            color: Theme.goldOnInk
        }

        Label {
            id: words

            anchors.left: down.right
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("还有 %1 个在下面").arg(more.below)
            color: Theme.overInk
        }
    }

    NumberAnimation {
        id: glide

        target: grid
        property: "contentY"
        to: Math.min(grid.contentY + grid.cellHeight * Math.max(1, Math.floor((grid.height - more.height) / grid.cellHeight)), grid.originY + grid.contentHeight - grid.height + grid.bottomMargin)
        duration: Theme.page
        easing.type: Easing.OutCubic
    }

    FilterTray {
        id: tray

        x: root.edge
        y: root.height - height
        width: root.width - root.edge
        inset: root.inset
        vm: root.vm
    }
}
