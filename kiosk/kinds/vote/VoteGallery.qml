pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.vote

// Six entries: strips on the wall, cards in the hand zone. The touched one opens above.
Item {
    id: root

    required property VoteViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int wallWidth: wide ? 768 : width
    readonly property int edge: wide ? 816 : Theme.margin
    readonly property real hand: width - edge - Theme.margin
    readonly property int above: wide ? 232 : Theme.handZone + Theme.s1
    readonly property int rows: vm.entries.total > 3 ? 2 : 1
    readonly property real cardHeight: Math.min(540, Math.max(Theme.touchFloor + 118, (tray.y - above - Theme.s3 - Theme.s2) / rows))
    readonly property bool empty: vm.entries.total === 0

    objectName: "vote.gallery"

    Rectangle {
        visible: root.empty
        width: root.wallWidth
        height: strips.height
        color: Theme.night ? Theme.paper : Theme.artGold
    }

    Song {
        visible: root.empty && !poster.visible
        x: Theme.margin + 104 + Theme.s5
        y: root.wide ? 300 : Theme.s7
        width: root.wallWidth - x - Theme.s5
        text: root.vm.display
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        wrapMode: Text.Wrap
        color: Theme.night ? Theme.ink : Theme.artInk
    }

    ArtFrame {
        id: poster

        visible: root.empty && root.vm.poster.toString() !== ""
        width: root.wallWidth
        height: strips.height
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.tag.charAt(0)
    }

    StripWall {
        id: strips

        objectName: "vote.strips"
        visible: !root.empty
        width: root.wallWidth
        height: root.wide ? root.height : 596
        entries: root.vm.entries.shown
        chosen: root.vm.entries.chosen
    }

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
        overArt: true
    }

    Song {
        id: title

        objectName: "vote.title"
        x: root.edge
        y: root.wide ? Theme.s4 : strips.height + 2
        width: root.hand
        height: root.wide ? 132 : 118
        text: root.vm.title
        font.pixelSize: root.wide ? 76 : Theme.h1
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.option
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        leading: 1.1
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        objectName: "vote.count"
        visible: !root.empty
        x: root.edge
        anchors.bottom: parent.top
        anchors.bottomMargin: -(root.above - Theme.s2 - (root.wide ? Theme.s1 : 0))
        width: root.hand
        text: root.vm.counting + (root.vm.entries.pages > 1 ? qsTr("，第 %1 页，共 %2 页。").arg(root.vm.entries.page + 1).arg(root.vm.entries.pages) : qsTr("。")) + (root.wide ? qsTr("碰哪件，左边就开哪件。") : qsTr("碰哪件，上面就开哪件。"))
        font.pixelSize: root.wide || !root.vm.han ? Theme.meta : Theme.label
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 22
        elide: Text.ElideRight
        color: Theme.ink2
    }

    Grid {
        visible: !root.empty
        x: root.edge
        y: root.above
        columns: 3
        columnSpacing: Theme.s3
        rowSpacing: Theme.s2 + Theme.edge

        Repeater {
            model: root.vm.entries.shown

            EntryCard {
                required property var modelData

                objectName: "vote.card." + modelData.value
                width: Math.floor((root.hand - Theme.s3 * 2) / 3)
                height: root.cardHeight - Theme.s1
                tile: modelData.tile
                number: modelData.number
                title: modelData.title
                by: modelData.by
                words: modelData.first
                alt: modelData.alt
                hint: modelData.sounds ? qsTr("再碰就播放") : modelData.first ? qsTr("再碰读全文") : qsTr("再碰看全幅")
                look: root.vm.mine.includes(modelData.value) ? "voted" : root.vm.entries.chosen === modelData.value ? "open" : ""
                onClicked: root.vm.entries.choose(modelData.value)
            }
        }
    }

    Song {
        id: invitation

        visible: root.empty
        x: root.edge
        y: root.above + Theme.s5
        width: root.hand
        text: qsTr("还没有候选人，\n先请大家提名。")
        font.pixelSize: Theme.question
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        wrapMode: Text.Wrap
    }

    Label {
        visible: root.empty
        x: root.edge
        anchors.top: invitation.bottom
        anchors.topMargin: Theme.s3
        width: root.hand
        text: root.vm.about || qsTr("写上名字、单位和事迹，交给工会。")
        font.pixelSize: Theme.read
        lineHeight: 1.2
        wrapMode: Text.Wrap
    }

    VoteTray {
        id: tray

        edge: root.wide ? 48 : Theme.margin
        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + 52 + Theme.s2 * 2 + (root.wide ? Theme.s2 : Theme.s5)
        vm: root.vm
    }
}
