pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// A help card: the ink stub it hangs by, the problem, a line to tear along, and what became of it.
Item {
    id: root

    required property var card // `number`, `team`, `problem`, `wish`, `state`, `word`, `since`
    property string empty: "" // what stands where nothing has been written yet

    readonly property string over: [card.number ? qsTr("第 %1 号").arg(card.number) : "", card.team ?? ""].filter(part => part !== "").join("  ")
    readonly property bool han: /[\u3400-\u9fff]/.test(stub)
    readonly property string stub: qsTr("求助卡")
    readonly property bool low: height < 400

    implicitWidth: 936
    implicitHeight: 412
    Accessible.role: Accessible.StaticText
    Accessible.name: [stub, over, card.problem, card.wish, card.word, card.since].filter(part => part).join("，")

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
        border.width: Theme.edge
        border.color: Theme.ink
    }

    Rectangle {
        id: strip

        width: 120
        height: parent.height
        color: Theme.ink

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 28
            width: 44
            height: 44
            radius: width / 2
            color: Theme.paper
        }

        Column {
            visible: root.han
            anchors.horizontalCenter: parent.horizontalCenter
            y: 72 + (parent.height - 72 - height) / 2

            Repeater {
                model: root.han ? root.stub.split("") : []

                Song {
                    required property string modelData

                    width: strip.width
                    height: Math.min(86, (strip.height - 100) / 3)
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: modelData
                    font.pixelSize: Theme.h2
                    leading: 1
                    color: Theme.overInk
                }
            }
        }

        Song {
            visible: !root.han
            anchors.centerIn: parent
            anchors.verticalCenterOffset: 36
            rotation: -90
            text: root.stub
            font.pixelSize: Theme.h3
            leading: 1
            color: Theme.overInk
        }
    }

    Item {
        id: face

        x: strip.width + Theme.s4
        y: Theme.s3
        width: parent.width - x - Theme.s4
        height: parent.height - Theme.s3 * 2

        Label {
            id: over

            width: parent.width - (chip.visible ? chip.width + Theme.s3 : 0)
            height: 44
            text: root.over
            font.pixelSize: Theme.meta
            color: Theme.ink2
            elide: Text.ElideRight
        }

        StatusChip {
            id: chip

            visible: (root.card.word ?? "") !== ""
            anchors.right: parent.right
            height: root.low ? 56 : implicitHeight
            text: root.card.word ?? ""
            tone: ({
                    open: "bad",
                    taken: "doing",
                    solved: "done"
                })[root.card.state] ?? ""
            icon: root.card.state === "solved" ? "check-bold" : ""
        }

        Song {
            id: problem

            function fits(step: int): bool {
                const rows = text.split("\n").reduce((sum, row) => sum + Math.ceil(Array.from(row).reduce((w, c) => w + (c.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0) * step * 1.05 / width), 0);
                return rows * step * 1.25 <= height;
            }

            objectName: "studio.problem"
            y: root.low && chip.visible ? chip.height : over.height
            width: parent.width
            height: tear.y - y - Theme.s2
            verticalAlignment: Text.AlignVCenter
            text: root.card.problem || root.empty
            color: root.card.problem ? Theme.ink : Theme.off
            font.pixelSize: [Theme.h2, 50, 42].find(step => fits(step)) ?? 36
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }

        Row {
            id: tear

            y: parent.height - since.height - wish.height - Theme.s3
            width: parent.width
            spacing: 14
            clip: true

            Repeater {
                model: Math.max(0, Math.floor(tear.width / 28))

                Rectangle {
                    width: 14
                    height: 3
                    color: Theme.ink2
                }
            }
        }

        Label {
            id: wish

            anchors.bottom: since.top
            width: parent.width
            height: 52
            verticalAlignment: Text.AlignVCenter
            text: root.card.wish ? qsTr("想要：%1").arg(root.card.wish) : qsTr("想要：还没写")
            color: root.card.wish ? Theme.ink : Theme.off
            elide: Text.ElideRight
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }

        Label {
            id: since

            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? 48 : 0
            visible: text !== ""
            verticalAlignment: Text.AlignVCenter
            text: root.card.since ?? ""
            font.pixelSize: Theme.meta
            fontSizeMode: Text.Fit
            minimumPixelSize: 24
            wrapMode: Text.Wrap
            maximumLineCount: 2
            color: Theme.ink2
            elide: Text.ElideRight
        }
    }
}
