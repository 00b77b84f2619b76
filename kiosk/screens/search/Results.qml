pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.search

// Pages of results, turned sideways by a swipe or by the two arrow cells at the right.
Item {
    id: root

    required property SearchViewModel vm
    required property int rows
    required property real cardHeight

    readonly property var found: vm.found
    readonly property int perPage: rows * 2
    readonly property int pages: Math.ceil(found.length / perPage)
    readonly property alias page: list.currentIndex
    readonly property int arrow: Math.max(Theme.s6, Theme.touchFloor)

    height: rows * cardHeight + (rows - 1) * Theme.s3

    onFoundChanged: list.positionViewAtBeginning()

    ListView {
        id: list

        objectName: "search.results"
        width: parent.width - (root.pages > 1 ? root.arrow + Theme.s3 : 0)
        height: parent.height
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.page
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.pages > 1
        cacheBuffer: 0
        clip: true
        model: root.pages

        delegate: Grid {
            id: sheet

            required property int index

            width: list.width
            columns: 2
            spacing: Theme.s3

            Repeater {
                model: root.found.slice(sheet.index * root.perPage, (sheet.index + 1) * root.perPage)

                ResultCard {
                    required property var modelData

                    objectName: "result." + modelData.uid
                    width: (list.width - Theme.s3) / 2
                    height: root.cardHeight
                    title: modelData.name
                    note: modelData.note
                    picture: modelData.thumb
                    onClicked: root.vm.open(modelData.uid)
                }
            }
        }
    }

    Column {
        visible: root.pages > 1
        anchors.right: parent.right
        spacing: Theme.s2

        Repeater {
            model: [1, -1]

            Pressable {
                id: turn

                required property int modelData

                objectName: modelData > 0 ? "search.next" : "search.previous"
                enabled: modelData > 0 ? root.page < root.pages - 1 : root.page > 0
                width: root.arrow
                height: (root.height - Theme.s2) / 2
                name: modelData > 0 ? qsTr("后面的") : qsTr("前面的")
                onClicked: list.currentIndex += modelData

                Rectangle {
                    anchors.fill: parent
                    color: !turn.enabled ? "transparent" : turn.down ? Theme.kraft : Theme.sheet
                    border.width: turn.enabled ? Theme.line : Theme.hairline
                    border.color: turn.enabled ? Theme.ink : Theme.rule
                }

                Icon {
                    anchors.centerIn: parent
                    name: turn.modelData > 0 ? "arrow-right" : "arrow-left"
                    size: 44
                    color: turn.enabled ? Theme.ink : Theme.off
                }
            }
        }
    }
}
