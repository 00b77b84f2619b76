pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.home

// The wall of the entrance: a poster, one sentence, one door, and what else there is.
Item {
    id: root

    required property HomeViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int artWidth: wide ? Math.round(height * 5 / 7) : width - 532
    readonly property int artHeight: wide ? height : Theme.handZone
    readonly property int edge: wide ? artWidth + Theme.s6 : Theme.margin
    readonly property int room: width - edge - Theme.margin
    readonly property bool festive: vm.occasion.title !== undefined
    readonly property int places: vm.rooms.length + 1 + (festive ? 1 : 0) // with the search and what today brings
    readonly property int columns: wide && places > 8 ? 4 : 3
    readonly property int roomRows: Math.ceil(places / columns)
    readonly property int mostRows: columns > 3 ? 3 : 4 // tall enough for a glove; the shortcuts give way to rooms
    readonly property real cell: (room - Theme.s3 * (columns - 1)) / columns

    objectName: "home"

    ArtFrame {
        id: art

        x: root.wide ? 0 : root.width - width
        width: root.artWidth
        height: root.artHeight
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: "先"
        focusY: 40
    }

    HangingTag {
        x: Theme.margin
        text: qsTr("先锋屏")
        overArt: root.wide
    }

    // The sentence on the wall; its breaks are by meaning.
    Column {
        visible: !root.wide
        x: Theme.margin
        y: 310
        spacing: 0

        Repeater {
            model: qsTr("歇十分钟，\n认识\n一个人。").split("\n")

            Song {
                required property string modelData

                text: modelData
                width: root.width - root.artWidth - Theme.margin - Theme.s3
                font.pixelSize: Theme.h1
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 48
                font.features: {
                    "halt": 1
                }
                leading: 1.24
                height: Math.round(contentHeight * lineHeight) // a single line keeps its own height otherwise
            }
        }

        Item {
            width: 1
            height: Theme.s4
        }

        Label {
            text: root.vm.today
            width: root.width - root.artWidth - Theme.margin - Theme.s3
            font.pixelSize: Theme.meta
            color: Theme.ink2
            elide: Text.ElideRight
        }
    }

    Song {
        id: headline

        visible: root.wide
        x: root.edge
        y: Theme.s4
        width: root.room - note.width - Theme.s3
        text: qsTr("歇十分钟 认识一个人")
        font.pixelSize: Theme.h2
        elide: Text.ElideRight
    }

    Label {
        id: note

        visible: root.wide
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: headline.baseline
        text: root.vm.today
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    DoorBand {
        id: door

        objectName: "home.door"
        visible: !root.vm.empty
        x: root.wide ? root.edge : 0
        y: root.wide ? headline.y + headline.height + Theme.s3 : Theme.handZone
        width: root.wide ? root.room : root.width
        height: root.wide ? 196 : 240
        inset: root.wide ? Theme.s4 : Theme.margin
        title: root.vm.door.title
        fact: qsTr("%1\n读一读，也可以听").arg(root.vm.door.fact)
        onClicked: root.vm.openRoom(root.vm.door.kind)
    }

    Flickable {
        id: hand

        visible: !root.vm.empty
        x: 0
        y: door.y + door.height
        width: root.width
        height: root.height - y
        contentHeight: tiles.height + Theme.s4 + Theme.s3
        bottomMargin: contentHeight > height ? more.height : 0
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: tiles

            readonly property int free: hand.height - Theme.s4 - Theme.s3
            readonly property int rows: root.roomRows + (minutes.visible ? 1 : 0) + (eraRow.visible ? 1 : 0)
            readonly property int cellsLeft: root.places % root.columns === 0 ? 1 : root.columns - root.places % root.columns + 1 // cells of the last one
            readonly property int tileHeight: Math.max(Theme.touchFloor + 80, Math.min(Theme.tile, (free - spacing * (rows - 1)) / rows))

            x: root.edge
            y: Theme.s4
            width: root.room
            spacing: Theme.s3

            Flow {
                width: root.room + 1
                spacing: Theme.s3

                Repeater {
                    model: root.vm.rooms

                    Tile {
                        required property var modelData

                        objectName: "room." + modelData.kind
                        width: root.cell
                        height: tiles.tileHeight
                        title: modelData.title
                        fact: modelData.fact
                        mark: modelData.mark
                        onClicked: root.vm.openRoom(modelData.kind)
                    }
                }

                OccasionTile {
                    objectName: "home.occasion"
                    visible: root.festive
                    width: root.cell * tiles.cellsLeft + Theme.s3 * (tiles.cellsLeft - 1)
                    height: tiles.tileHeight
                    over: root.vm.occasion.over || ""
                    title: root.vm.occasion.title || ""
                    fact: root.vm.occasion.fact || ""
                    picture: root.vm.occasion.picture || ""
                    onClicked: root.vm.openOccasion()
                }

                Tile {
                    objectName: "home.search"
                    width: root.festive ? root.cell : root.cell * tiles.cellsLeft + Theme.s3 * (tiles.cellsLeft - 1)
                    height: tiles.tileHeight
                    title: qsTr("找一找")
                    fact: root.festive && root.wide ? qsTr("拼音") : qsTr("拼音、姓名")
                    mark: "zhaoyizhao"
                    onClicked: root.vm.openSearch()
                }
            }

            Row {
                id: minutes

                visible: root.roomRows < root.mostRows
                spacing: Theme.s3

                Repeater {
                    model: root.vm.minutes

                    MinuteTile {
                        required property var modelData

                        objectName: "minutes." + modelData.minutes
                        width: (root.room - Theme.s3 * 2) / 3
                        height: tiles.tileHeight
                        lead: true
                        title: qsTr("分钟")
                        number: modelData.minutes
                        fact: qsTr("歇这么久，有 %1 样").arg(modelData.count)
                        onClicked: root.vm.openMinutes(modelData.minutes)
                    }
                }
            }

            Row {
                id: eraRow

                visible: root.roomRows + 1 < root.mostRows
                spacing: Theme.s3

                Repeater {
                    id: eras

                    model: root.vm.eras

                    MinuteTile {
                        required property var modelData

                        objectName: "era." + modelData.key
                        width: (root.room - Theme.s3 * (eras.count - 1)) / eras.count
                        height: tiles.tileHeight
                        title: modelData.title
                        number: modelData.count
                        fact: qsTr("位")
                        onClicked: root.vm.openEra(modelData.key)
                    }
                }
            }
        }
    }

    MoreBelow {
        id: more

        objectName: "home.more"
        list: hand
        inset: root.edge - x
        x: root.wide ? root.artWidth : 0
        y: root.height - height
        width: root.width - x
    }

    StateBlock {
        visible: root.vm.empty
        x: root.edge
        y: root.wide ? 300 : Theme.handZone + Theme.s5
        width: root.room
        condition: "empty"
        title: qsTr("内容还没到")
        note: qsTr("内容一到就会自己出现在这里，不用做什么")
    }
}
