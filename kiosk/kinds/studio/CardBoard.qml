import QtQuick
import kiosk.design
import kiosk.kinds.studio

// The help cards of the wall: one in front, and how many there are.
Item {
    id: root

    required property StudioViewModel vm
    property int cardHeight: 412

    implicitHeight: heading.height + Theme.s2 + (vm.board.count > 0 ? cardHeight : bare.height)

    Label {
        id: heading

        width: parent.width
        height: 44
        text: root.vm.board.count === 0 ? qsTr("墙上没有求助卡") : root.vm.board.waiting > 0 ? qsTr("墙上挂着的求助卡，%1 张，%2 张没人接").arg(root.vm.board.count).arg(root.vm.board.waiting) : qsTr("墙上挂着的求助卡，%1 张").arg(root.vm.board.count)
        bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
    }

    HelpCard {
        visible: root.vm.board.count > 0
        objectName: "studio.card"
        anchors.top: heading.bottom
        anchors.topMargin: Theme.s2
        width: parent.width
        height: root.cardHeight
        card: root.vm.board.card
    }

    Rectangle {
        id: bare

        visible: root.vm.board.count === 0
        anchors.top: heading.bottom
        anchors.topMargin: Theme.s2
        width: parent.width
        height: Math.min(root.cardHeight, 260)
        color: Theme.kraft

        Song {
            anchors.fill: parent
            anchors.margins: Theme.s4
            verticalAlignment: Text.AlignVCenter
            text: qsTr("班组里有什么难题？\n写一张，挂上去。")
            font.pixelSize: Theme.h3
            wrapMode: Text.Wrap
        }
    }
}
