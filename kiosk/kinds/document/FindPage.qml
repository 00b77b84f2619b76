pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.document

// Where does it say so? The keyboard comes up by itself; what is found stands under the field.
Item {
    id: root

    required property DocumentViewModel vm

    signal done

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 756 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool keys: Qt.inputMethod.visible // qmllint disable missing-property

    objectName: "document.findPage"
    Component.onCompleted: {
        if (root.vm.search.count === 0)
            field.take();
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        id: heading

        x: Theme.margin
        y: 300
        width: (root.wide ? 684 : root.width) - x - Theme.s5
        text: qsTr("哪一条\n说到它？")
        font.pixelSize: root.wide ? 100 : Theme.display
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h2
        leading: 1.2
        visible: !(root.wide && root.keys)
    }

    Label {
        x: Theme.margin
        y: root.wide && root.keys ? 300 : heading.y + heading.height + Theme.s3
        width: (root.wide ? 684 : root.width) - x - Theme.s5
        text: root.vm.official
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Label {
        objectName: "document.found"
        x: root.edge
        y: field.y - height - Theme.s2
        width: root.hand
        text: root.vm.search.line
        bold: true
        visible: !root.wide || y > 0
        elide: Text.ElideRight
    }

    FindField {
        id: field

        x: root.edge
        y: root.wide ? Theme.s7 : Theme.handZone
        width: root.hand
        height: root.wide ? Theme.control : Math.max(100, Theme.touchFloor)
        vm: root.vm
        onDone: root.done()
    }

    ListView {
        id: list

        objectName: "document.results"
        x: root.edge
        y: field.y + field.height + Theme.s2
        width: root.hand
        height: Math.max(0, (root.keys ? (root.wide ? 460 : 1016) : tray.y) - y)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: contentHeight > height - more.height ? more.height : 0
        model: root.vm.search.results

        delegate: FoundRow {
            required property int index
            required property var row

            objectName: "document.result." + index
            width: list.width
            label: row.label
            snippet: row.snippet
            count: row.count
            compact: root.keys
            onClicked: root.vm.search.show(index)
        }
    }

    MoreBelow {
        id: more

        objectName: "document.more"
        list: list
        x: list.x
        y: list.y + list.height - height
        width: list.width
        enabled: visible && !root.keys
        opacity: root.keys ? 0 : 1
    }

    StateBlock {
        objectName: "document.nothing"
        visible: !root.keys && root.vm.search.query !== "" && root.vm.search.count === 0
        x: root.edge
        y: list.y + Theme.s3
        width: root.hand
        condition: "empty"
        title: root.vm.search.line
        note: qsTr("少写几个字，或者换一个说法")
    }

    Tray {
        id: tray

        x: root.wide ? 684 : 0
        y: parent.height - height
        width: parent.width - x
        height: Theme.control + (root.wide ? Theme.s4 : Theme.s5) * 2

        PushButton {
            id: back

            objectName: "document.toContents"
            x: root.edge - tray.x
            anchors.verticalCenter: parent.verticalCenter
            width: 252
            height: Theme.control
            text: qsTr("目录")
            onClicked: root.vm.to("contents")
        }

        PushButton {
            objectName: "document.first"
            x: back.x + back.width + Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: root.hand - back.width - Theme.s3
            height: Theme.control
            tone: "red"
            enabled: root.vm.search.count > 0
            text: qsTr("从第一处看起")
            onClicked: root.vm.search.show(0)
        }
    }
}
