pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Results, or only patents: one square each on the wall, one row each below.
RoomPage {
    id: root

    readonly property var rows: vm.results

    objectName: "studio.results"
    heading: vm.phase === "patents" ? qsTr("%1 项专利").arg(rows.length) : qsTr("%1 项成果").arg(rows.length)
    note: qsTr("实心的在用，%1 项").arg(rows.filter(row => row.tone === "done").length)
    view: list
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
        cacheBuffer: 600
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
