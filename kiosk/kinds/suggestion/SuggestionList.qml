pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// What became of earlier suggestions, and the way to a new one.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int panel: wide ? 684 : width
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int room: width - edge - Theme.margin

    objectName: "suggestion.list"

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        objectName: "suggestion.numeral"
        visible: root.vm.board.numeral > 0
        anchors.right: parent.left
        anchors.rightMargin: -(root.panel - (root.wide ? Theme.s5 : Theme.margin))
        y: root.wide ? -36 : -108
        text: root.vm.board.numeral
        font.pixelSize: root.vm.board.numeral > 99 ? Theme.numeral * 0.72 : root.wide && root.vm.board.numeral > 9 ? Theme.numeral * 0.88 : Theme.numeral // off the tag
        font.features: {
            "lnum": 1
        }
        color: Theme.red
        leading: 1.1
        Accessible.ignored: true
    }

    Song {
        id: title

        readonly property real length: /[\u3400-\u9fff]/.test(text) ? text.length : text.length * 0.55 // in characters as wide as they are high
        readonly property bool several: !root.wide && length * Theme.h3 > width // lines

        objectName: "suggestion.title"
        x: Theme.margin
        y: root.wide ? 540 : 505
        width: root.panel - Theme.margin * 2 + (root.wide ? Theme.s3 : 0)
        text: root.wide ? root.vm.display : root.vm.display.replace(/\n/g, Theme.latin ? " " : "")
        font.pixelSize: several ? Theme.h3 : Theme.h1
        fontSizeMode: several ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: Theme.h3
        wrapMode: root.wide || several ? Text.Wrap : Text.NoWrap
        maximumLineCount: 2
        elide: Text.ElideRight
        leading: 1.28
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Label {
        objectName: "suggestion.summary"
        x: Theme.margin
        anchors.top: title.bottom
        anchors.topMargin: Theme.s1
        width: title.width
        text: root.vm.board.summary
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: root.wide ? 4 : 2
        elide: Text.ElideRight
        fontSizeMode: root.wide ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: Theme.small
    }

    ListView {
        id: rows

        objectName: "suggestion.rows"
        x: root.edge
        y: root.wide ? Theme.s4 : Theme.handZone
        width: root.room
        height: tray.y - y - Theme.s2
        clip: true
        spacing: Theme.s2 + Theme.edge
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: more.visible ? more.height + Theme.s2 : 0
        cacheBuffer: 400
        model: root.vm.board.cases

        delegate: CaseRow {
            required property var modelData

            objectName: "suggestion.case." + modelData.id
            width: rows.width
            title: modelData.title
            note: modelData.note
            status: modelData.status
            tone: modelData.tone
            icon: modelData.icon
            onClicked: root.vm.board.open(modelData.id)
        }
    }

    StateBlock {
        visible: rows.count === 0
        x: root.edge
        y: root.wide ? 160 : Theme.handZone + Theme.s3
        width: root.room
        title: qsTr("还没有公开的意见")
        note: qsTr("答复过的意见会列在这里，不写是谁提的。")
    }

    MoreBelow {
        id: more

        objectName: "suggestion.more"
        x: root.edge
        y: tray.y - height
        width: root.room
        list: rows
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: (chips.visible ? chips.height + Theme.s3 : 0) + Theme.control + Theme.s3 * 2 + (root.wide ? 0 : Theme.s3)

        FilterRow {
            id: chips

            x: root.edge - tray.x
            y: Theme.s3
            width: root.room
            vm: root.vm
        }

        PushButton {
            id: begin

            objectName: "suggestion.begin"
            x: root.edge - tray.x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.wide ? Theme.s3 : Theme.s4
            width: root.room - find.width - Theme.s3
            height: Theme.control
            tone: "red"
            icon: "pencil-outline"
            text: root.vm.letter.begun ? qsTr("接着写刚才那条") : qsTr("我要提一条")
            onClicked: root.vm.letter.begin()
        }

        PushButton {
            id: find

            objectName: "suggestion.find"
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.bottom: begin.bottom
            width: 292
            height: Theme.control
            icon: "magnify"
            text: qsTr("查编号")
            onClicked: root.vm.lookup.begin()
        }
    }
}
