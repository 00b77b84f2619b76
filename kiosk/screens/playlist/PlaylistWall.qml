import QtQuick
import kiosk.design
import kiosk.screens.playlist

// The wall of a playlist: how many minutes it takes, at poster size.
Item {
    id: root

    required property PlaylistViewModel vm

    readonly property bool wide: Theme.landscape

    HangingTag {
        x: Theme.margin
        text: qsTr("播放单")
    }

    Song {
        id: figure

        visible: root.vm.condition === "ok"
        anchors.right: unit.left
        anchors.rightMargin: Theme.s2
        y: root.wide ? 0 : -60
        text: root.vm.minutes
        font.pixelSize: root.vm.minutes > 99 ? Theme.numeral * 0.66 : root.wide && root.vm.minutes > 9 ? Theme.numeral * 0.82 : Theme.numeral
        color: Theme.red
        leading: 1.1
        font.features: {
            "lnum": 1
        }
    }

    Label {
        id: unit

        visible: figure.visible
        anchors.right: parent.right
        anchors.rightMargin: root.wide ? Theme.s4 : Theme.margin
        anchors.baseline: figure.baseline
        text: qsTr("分钟")
        color: Theme.ink2
    }

    Song {
        id: title

        x: Theme.margin
        y: root.wide ? Math.min(520, root.height - 300) : 510
        width: root.width - Theme.margin - (root.wide ? Theme.s4 : Theme.margin)
        text: root.vm.title
        font.pixelSize: Theme.latin ? Theme.h2 : Theme.h1
        leading: 1.15
        fontSizeMode: Theme.latin ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: Theme.h3
        font.features: {
            "halt": 1
        }
        wrapMode: Theme.latin ? Text.Wrap : Text.NoWrap
        maximumLineCount: Theme.latin ? 2 : 1
        elide: Text.ElideRight
    }

    Label {
        x: Theme.margin
        anchors.top: title.bottom
        anchors.topMargin: Theme.s2
        width: title.width
        visible: root.vm.condition === "ok"
        text: [root.vm.festival, qsTr("共 %1 个，一个接一个").arg(root.vm.count)].filter(w => w).join(" · ")
        color: Theme.ink2
        elide: Text.ElideRight
    }
}
