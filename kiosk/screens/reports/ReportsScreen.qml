pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// The officer's page of reports: the wall says what was found, the hand zone holds what can be looked at and done.
Item {
    id: root

    required property ReportsViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int wall: wide ? 1176 : width
    // Tables, the ledger and what is typed take the whole page.
    readonly property bool whole: ["table", "ledger", "line", "cell"].includes(vm.view)

    objectName: "reports"

    ReportWall {
        objectName: "reports.wall"
        visible: !root.whole
        width: root.wall
        height: root.wide ? root.height : Theme.handZone
        vm: root.vm
    }

    Rectangle {
        visible: !root.whole
        x: root.wide ? root.wall : 0
        y: root.wide ? 0 : Theme.handZone
        width: root.width - x
        height: root.height - y
        color: Theme.kraft

        Loader {
            anchors.fill: parent
            sourceComponent: root.vm.troubleTitle !== "" || root.vm.nothing || root.vm.preparing ? standing : root.vm.view === "index" ? index : root.vm.view === "filter" ? filter : root.vm.view === "export" ? exporting : side
        }
    }

    Loader {
        anchors.fill: parent
        active: root.whole
        sourceComponent: root.vm.view === "table" ? table : root.vm.view === "ledger" ? ledger : root.vm.view === "line" ? line : cell
    }

    Component {
        id: standing

        Item {
            StateBlock {
                objectName: "reports.standing"
                y: Math.max(Theme.s5, (parent.height - height) / 2)
                width: parent.width
                condition: root.vm.troubleTitle !== "" ? "error" : root.vm.nothing ? "empty" : "loading"
                title: root.vm.troubleTitle !== "" ? root.vm.troubleTitle : root.vm.nothing ? qsTr("还没有人用过") : qsTr("正在数记录，%1%").arg(Math.floor(root.vm.progress * 100))
                note: root.vm.troubleTitle !== "" ? root.vm.troubleNote : root.vm.nothing ? qsTr("有人看、有人答以后，这里就有数了。") : qsTr("第一次要数全部，往后只数新的。走开也不会白数。")
                action: root.vm.troubleTitle !== "" ? qsTr("再试一次") : ""
                onActed: root.vm.retry()
            }
        }
    }

    Component {
        id: index

        IndexPane {
            vm: root.vm
        }
    }

    Component {
        id: side

        SidePane {
            vm: root.vm
        }
    }

    Component {
        id: filter

        FilterPane {
            vm: root.vm
        }
    }

    Component {
        id: exporting

        ExportPane {
            vm: root.vm.exporting
        }
    }

    Component {
        id: table

        TablePane {
            vm: root.vm
        }
    }

    Component {
        id: ledger

        LedgerPane {
            page: root.vm
            vm: root.vm.ledger
        }
    }

    Component {
        id: line

        LinePane {
            vm: root.vm.ledger
        }
    }

    Component {
        id: cell

        LedgerCell {
            vm: root.vm.ledger
        }
    }
}
