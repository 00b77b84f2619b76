import QtQuick
import kiosk.design
import kiosk.screens.missing

// What cannot be shown says so at poster size, and shows the way on.
Item {
    id: root

    required property MissingViewModel vm

    readonly property bool newer: vm.condition === "newer"

    objectName: "missing"

    HangingTag {
        x: Theme.margin
        text: qsTr("先锋屏")
    }

    Song {
        x: Theme.margin
        y: Theme.landscape ? 300 : 380
        width: root.width - Theme.margin * 2
        visible: text !== ""
        text: root.vm.itemTitle
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 48
        elide: Text.ElideRight
        maximumLineCount: 2
        wrapMode: Text.Wrap
    }

    StateBlock {
        x: Theme.margin
        y: Theme.landscape ? 460 : Theme.handZone
        width: root.width - Theme.margin * 2
        condition: root.newer ? "unsupported" : root.vm.condition === "gone" ? "empty" : "error"
        title: root.newer ? qsTr("这一样要新版本才能看") : root.vm.condition === "gone" ? qsTr("这一样已经撤下来了") : qsTr("这一样打不开")
        note: root.newer ? qsTr("值班员更新先锋屏以后就能看了") : qsTr("别的都能看")
        action: qsTr("换一个看")
        onActed: root.vm.back()
    }
}
