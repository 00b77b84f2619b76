pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// One article. All of them are pages of one list that is as long as the law and holds only what is on the screen.
Item {
    id: root

    required property DocumentViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int hand: width - edge - Theme.margin

    objectName: "document.article"

    ArticleWall {
        width: root.wide ? 684 : root.width
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
        wide: root.wide
    }

    ListView {
        id: pages

        function follow(): void {
            if (currentIndex !== root.vm.article.at)
                currentIndex = root.vm.article.at;
        }

        objectName: "document.pages"
        x: root.edge
        y: root.wide ? Theme.s5 : 540 + Theme.section + Theme.s3
        width: root.hand
        height: (root.wide ? tray.y - Theme.s3 : chips.y - Theme.s3) - y - (place.visible ? place.height + Theme.s2 : 0)
        clip: true
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        preferredHighlightBegin: 0
        preferredHighlightEnd: width
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        reuseItems: true
        spacing: Theme.s5
        model: root.vm.article.rows
        currentIndex: -1
        onCurrentIndexChanged: {
            if (currentIndex >= 0 && !positioning.running)
                root.vm.article.settle(currentIndex);
        }
        Component.onCompleted: follow()

        // While the list finds its place it must not tell the reader where it is.
        Timer {
            id: positioning

            interval: 1
        }

        Connections {
            target: root.vm

            function onTurned(): void {
                positioning.restart();
                pages.follow();
            }
        }

        delegate: ArticleSheet {
            width: pages.width
            height: pages.height
            offset: index === root.vm.article.at ? root.vm.search.offset : -1
            plainMatch: index === root.vm.article.at && root.vm.search.plain
        }
    }

    Label {
        id: place

        objectName: "document.place"
        visible: root.vm.search.searching
        x: pages.x
        y: pages.y + pages.height + Theme.s2
        width: pages.width
        text: qsTr("“%1”%2").arg(root.vm.search.query).arg(root.vm.search.place)
        bold: true
        elide: Text.ElideRight
    }

    ArticleChips {
        id: chips

        x: Theme.margin
        y: root.wide ? root.height - height - Theme.s4 : tray.y - Theme.s3 - height
        width: root.wide ? 684 - Theme.margin - Theme.s5 : root.hand
        rows: root.wide ? 2 : 1
        vm: root.vm
    }

    ArticleTray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2
        vm: root.vm
        edge: root.edge - x
        hand: root.hand
    }
}
