import QtQuick
import kiosk.design
import kiosk.screens.search

// Who are you looking for? The wall asks, the keyboard (kiosk.shell) answers, what is found stands directly above the keys.
Item {
    id: root

    required property SearchViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int hand: wide ? 828 : Theme.margin // left edge of what is touched
    readonly property int room: width - hand - Theme.margin
    readonly property int cardHeight: wide ? 152 : 208

    objectName: "search"

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("找一找")
        Component.onCompleted: drop()
    }

    Song {
        id: title

        x: root.wide ? tag.x + tag.width + Theme.s5 : Theme.margin
        y: root.wide ? Theme.s6 : 298
        width: root.wide ? field.x + field.width - x : root.width - Theme.margin * 2
        text: qsTr("想找谁？")
        font.pixelSize: Theme.display
        font.features: {
            "halt": 1
        }
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h2
    }

    QueryField {
        id: field

        x: Theme.margin
        y: root.wide ? 304 : 512
        width: (root.wide ? 684 : root.width) - (root.wide ? 0 : Theme.margin * 2)
        vm: root.vm
        onConfirmed: root.vm.confirm()
    }

    Label {
        id: count

        objectName: "search.count"
        x: root.hand
        y: root.wide ? Theme.s5 : 690
        width: root.room
        text: {
            const n = root.vm.found.length;
            if (root.vm.condition !== "ok")
                return "";
            const line = root.vm.people ? qsTr("找到 %1 位").arg(n) : qsTr("找到 %1 样").arg(n);
            return results.pages > 1 ? line + qsTr("，第 %1 页，共 %2 页").arg(results.page + 1).arg(results.pages) : line;
        }
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Results {
        id: results

        visible: root.vm.condition === "ok"
        x: root.hand
        y: root.wide ? 120 : Theme.handZone
        width: root.room
        rows: root.wide ? 2 : 1
        cardHeight: root.cardHeight
        vm: root.vm
    }

    // How to begin: read only, so it is kraft with a gold bar.
    Rectangle {
        objectName: "search.start"
        visible: root.vm.condition === "start"
        x: root.hand
        y: results.y
        width: root.room
        height: root.cardHeight
        color: Theme.kraft

        Rectangle {
            width: 20
            height: parent.height
            color: Theme.gold
        }

        Column {
            x: 20 + Theme.s4
            width: parent.width - x - Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2

            Song {
                width: parent.width
                text: qsTr("打拼音首字母就行")
                font.pixelSize: Theme.h3
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 36
            }

            Label {
                width: parent.width
                text: qsTr("比如 wjx 就能找到王进喜")
                color: Theme.ink2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
            }
        }
    }

    StateBlock {
        objectName: "search.nothing"
        visible: root.vm.condition === "empty" || root.vm.condition === "error"
        x: root.hand
        y: results.y
        width: root.room
        height: root.wide ? results.height : root.cardHeight
        condition: root.vm.condition === "error" ? "error" : "empty"
        title: condition === "error" ? qsTr("这会儿找不了") : qsTr("没有找到“%1”").arg(root.vm.words)
        note: condition === "error" ? qsTr("按红色的“找”再试一次，别的都能看") : qsTr("少打几个字，或者只打拼音首字母")
    }
}
