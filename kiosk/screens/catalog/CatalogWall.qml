import QtQuick
import kiosk.design
import kiosk.screens.catalog

// The wall of a list: how many there are, at poster size, and of what.
Item {
    id: root

    required property CatalogViewModel vm

    readonly property bool wide: Theme.landscape

    HangingTag {
        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        visible: root.vm.condition === "ok" || root.vm.condition === "empty"
        anchors.right: parent.right
        anchors.rightMargin: root.wide ? Theme.s5 : Theme.margin
        y: root.wide ? 0 : -60
        text: root.vm.count
        font.pixelSize: root.vm.count > 999 ? Theme.numeral * 0.6 : root.vm.count > 99 ? Theme.numeral * 0.78 : root.wide && root.vm.count > 9 ? Theme.numeral * 0.88 : Theme.numeral // off the tag
        color: Theme.red
        leading: 1.1
        font.features: {
            "lnum": 1
        }
    }

    Song {
        id: title

        x: Theme.margin
        y: root.wide ? Math.min(560, root.height - 240) : 510
        width: root.width - Theme.margin * 2
        text: root.vm.title
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 48
    }

    Label {
        x: Theme.margin
        anchors.top: title.bottom
        anchors.topMargin: Theme.s2
        width: title.width
        text: root.vm.note
        color: Theme.ink2
        elide: Text.ElideRight
    }
}
