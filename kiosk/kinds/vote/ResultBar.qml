import QtQuick
import kiosk.design

// One of the many: a thin bar.
Item {
    id: root

    required property real share
    required property bool first
    property int most: 690

    Rectangle {
        y: root.height - height
        width: Math.max(1, root.width - (root.width > 5 ? 2 : 1))
        height: Math.max(4, Math.round(root.share * root.most))
        color: root.first ? Theme.red : Theme.ink
    }
}
