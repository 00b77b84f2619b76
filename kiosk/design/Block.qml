import QtQuick
import kiosk.design

// Read only aside: kraft ground with a gold bar (a tip, an explanation).
Rectangle {
    id: root

    default property alias content: inner.data

    implicitHeight: inner.implicitHeight + Theme.s3 * 2
    color: Theme.kraft

    Rectangle {
        width: 20
        height: parent.height
        color: Theme.gold
    }

    Column {
        id: inner

        x: 20 + Theme.s4
        y: Theme.s3
        width: root.width - x - Theme.s4
        spacing: Theme.s2
    }
}
