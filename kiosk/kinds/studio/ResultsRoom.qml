pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Results, or only patents: one square each on the wall, one row each below.
RoomPage {
    id: root

    // Read once: the list must not change while the page goes away.
    property var rows: []
    property bool patents: false

    objectName: "studio.results"
    heading: patents ? qsTr("%1 项专利").arg(rows.length) : qsTr("%1 项成果").arg(rows.length)
    note: qsTr("实心的在用，%1 项").arg(rows.filter(row => row.tone === "done").length)
    view: list
    Component.onCompleted: {
        patents = vm.phase === "patents";
        rows = vm.rooms.results;
    }
    wall: CountSquares {
        width: parent ? parent.width : 0
        count: root.rows.length
        filled: root.rows.filter(row => row.tone === "done").length
    }

    ListView {
        id: list

        objectName: "studio.list"
        anchors.fill: parent
        model: root.rows
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Theme.s4
        cacheBuffer: 0 // nothing is still being made when the page goes
        delegate: ResultRow {
            required property var modelData

            width: list.width
            title: modelData.name
            about: [modelData.sort, modelData.year].filter(part => part !== "").join(" · ")
            gain: modelData.gain
            state_: modelData.state
            tone: modelData.tone
        }
    }
}
