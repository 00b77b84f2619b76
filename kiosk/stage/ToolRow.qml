pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// The speaker's tools, as a skirting board; two rows where it is narrow.
Rectangle {
    id: root

    required property StageViewModel vm

    readonly property int columns: width > 1400 ? 12 : 6
    readonly property int lines: Math.ceil(12 / columns)

    height: Theme.strip + Theme.nav * lines
    color: Theme.ink

    Rectangle {
        width: parent.width
        height: Theme.strip
        color: Theme.gold
    }

    Grid {
        id: grid

        readonly property real cell: root.width / root.columns

        y: Theme.strip
        columns: root.columns

        ToolCell {
            objectName: "console.leave"
            width: grid.cell
            icon: "logout-variant"
            text: qsTr("下讲台")
            onClicked: root.vm.openPanel(root.vm.panel === "leave" ? "" : "leave")
        }

        ToolCell {
            objectName: "console.list"
            width: grid.cell
            icon: "format-list-numbered"
            text: qsTr("目录")
            lit: root.vm.panel === "list"
            onClicked: root.vm.openPanel(root.vm.panel === "list" ? "" : "list")
        }

        ToolCell {
            objectName: "console.live"
            width: grid.cell
            icon: "account-group"
            text: qsTr("互动")
            lit: root.vm.panel === "live"
            onClicked: root.vm.openPanel(root.vm.panel === "live" ? "" : "live")
        }

        ToolCell {
            objectName: "console.pointer"
            width: grid.cell
            icon: "laser-pointer"
            text: qsTr("指点")
            lit: root.vm.tool === "pointer"
            onClicked: root.vm.choose("pointer")
        }

        ToolCell {
            objectName: "console.pen"
            width: grid.cell
            icon: "pencil"
            text: qsTr("画笔")
            lit: root.vm.tool === "pen"
            onClicked: root.vm.choose("pen")
        }

        ToolCell {
            objectName: "console.marker"
            width: grid.cell
            icon: "marker"
            text: qsTr("荧光笔")
            lit: root.vm.tool === "marker"
            onClicked: root.vm.choose("marker")
        }

        ToolCell {
            objectName: "console.undo"
            width: grid.cell
            icon: "undo"
            text: qsTr("撤一笔")
            enabled: root.vm.ownStrokes.length > 0
            onClicked: root.vm.undo()
        }

        ToolCell {
            objectName: "console.wipe"
            width: grid.cell
            icon: "eraser"
            text: qsTr("擦干净")
            enabled: root.vm.ownStrokes.length > 0
            onClicked: root.vm.wipe()
        }

        ToolCell {
            objectName: "console.zoom"
            width: grid.cell
            icon: root.vm.zoomed ? "magnify-minus-outline" : "magnify-plus-outline"
            text: root.vm.zoomed ? qsTr("看全页") : qsTr("放大")
            lit: root.vm.tool === "zoom"
            onClicked: root.vm.choose("zoom")
        }

        ToolCell {
            objectName: "console.hold"
            width: grid.cell
            icon: root.vm.held ? "snowflake-off" : "snowflake"
            text: root.vm.held ? qsTr("解定格") : qsTr("定格")
            lit: root.vm.held
            onClicked: root.vm.hold()
        }

        ToolCell {
            objectName: "console.swap"
            width: grid.cell
            icon: "monitor-multiple"
            text: qsTr("换屏")
            enabled: root.vm.two
            onClicked: root.vm.swap()
        }

        ToolCell {
            objectName: "console.size"
            width: grid.cell
            icon: "format-size"
            text: qsTr("备注字号")
            onClicked: root.vm.resize(root.vm.notesSize >= 60 ? -4 : 1)
        }
    }
}
