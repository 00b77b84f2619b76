pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.vote

// The wall of results: an entry is as high as its votes. The best stand with their pictures, the others as thin bars.
Item {
    id: root

    required property VoteViewModel vm
    property bool hall: false // it hangs in a hall: nothing to touch, and the figures stand in the skirting

    readonly property bool wide: Theme.landscape
    readonly property real step: wide ? 272 : many ? 208 : Math.min(304, (width - Theme.margin * 2 + Theme.s2) / Math.max(1, columns))
    readonly property int columnWidth: Math.floor(step) - Theme.s2
    readonly property int brink: width - Theme.margin
    readonly property int foot: wide || hall ? height : tray.y
    readonly property int columns: best.count
    readonly property bool many: rest.count > 0
    // Columns that would reach the title make all of them lower.
    readonly property int most: wide ? (many || vm.wall.tallest > 0.8 ? 560 : 690) : 980

    objectName: "vote.wall"
    clip: true

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        id: title

        x: root.wide ? 228 : 224
        y: Theme.s4
        width: (!root.wide ? root.brink : root.hall ? root.brink - root.step * 2 - Theme.s3 : hang.x - Theme.s3) - x
        height: 120
        text: root.vm.title
        font.pixelSize: root.wide ? 88 : Theme.h1
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
        id: how

        x: title.x
        anchors.top: title.bottom
        anchors.topMargin: Theme.s2
        width: root.brink - x
        text: root.many ? qsTr("有多高就是多少票，另外 %1 件是细条").arg(rest.count) : qsTr("有多高，就是有多少票")
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: Theme.ink2
    }

    Label {
        objectName: "vote.total"
        visible: root.wide && !root.hall
        x: title.x
        anchors.top: how.bottom
        anchors.topMargin: Theme.s1
        width: root.brink - x - root.step * 2 - Theme.s3
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 22
        text: totals.text + (root.vm.wall.deadline ? "　" + root.vm.wall.deadline : "")
        bold: true
        elide: Text.ElideRight
    }

    Repeater {
        id: rest

        model: root.vm.wall.bars

        ResultBar {
            required property int index
            readonly property real room: root.brink - root.columns * root.step - Theme.s3 - Theme.margin

            x: Theme.margin + index * room / Math.max(1, rest.count)
            y: root.foot - root.most
            width: Math.min(48, room / Math.max(1, rest.count))
            height: root.most
            most: root.most
        }
    }

    Repeater {
        id: best

        model: root.vm.wall.columns

        ResultColumn {
            required property int index

            objectName: "vote.column." + number
            x: root.brink - (best.count - index) * root.step + Theme.s2
            y: root.foot - root.most
            width: root.columnWidth
            height: root.most
            most: root.most
        }
    }

    // For whoever is on duty: the house asks for the PIN first.
    PushButton {
        id: hang

        objectName: "vote.hang"
        visible: !root.hall
        z: 1
        x: (root.wide ? root.brink - root.step * 2 - Theme.s2 : root.brink) - width // two columns may reach the title's height
        y: root.wide ? Theme.s4 : tray.y + (tray.height - height) / 2
        text: qsTr("挂成大厅屏")
        pixelSize: Theme.label
        onClicked: root.vm.askHall()
    }

    StateBlock {
        visible: !root.vm.wall.shown || root.vm.wall.votes < 0
        anchors.centerIn: parent
        width: 760
        condition: root.vm.wall.shown ? "loading" : "empty"
        title: root.vm.wall.shown ? qsTr("正在数票") : qsTr("票数还没有公布")
    }

    Rectangle {
        id: tray

        visible: !root.wide && !root.hall
        y: root.height - height
        width: root.width
        height: 200
        color: Theme.kraft

        Song {
            id: totals

            x: Theme.margin
            y: Theme.s3
            text: root.vm.wall.votes < 0 ? "" : qsTr("这块屏收到 %1 票，%2 人").arg(root.vm.wall.votes).arg(root.vm.wall.voters)
            font.pixelSize: Theme.h2
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.label
            width: hang.x - Theme.margin - Theme.s2
            leading: 1.2
            font.features: {
                "lnum": 1
            }
        }

        Label {
            x: Theme.margin
            y: 116
            width: hang.x - Theme.margin - Theme.s2
            text: root.vm.wall.deadline
            elide: Text.ElideRight
            color: Theme.ink2
        }
    }
}
