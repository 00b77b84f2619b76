import QtQuick
import kiosk.design

// A small mark: something is being brought in, or the content has not been renewed for long. Looked at, not touched.
Column {
    id: root

    required property string icon
    required property string text
    property color color: Theme.overInk2

    visible: icon !== ""

    Icon {
        anchors.right: parent.right
        name: root.icon
        size: 40
        color: root.color
    }

    Label {
        anchors.right: parent.right
        text: root.text
        font.pixelSize: Theme.small
        font.features: {
            "tnum": 1
        }
        color: root.color
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
