import QtQuick
import kiosk.design

// Where we are, in bars and in words. More questions than bars can be told apart are one bar.
Column {
    id: root

    required property int count
    required property int now
    property alias words: label.text

    readonly property int most: 40

    spacing: Theme.s1

    Steps {
        visible: root.count <= root.most
        width: root.width
        count: visible ? root.count : 1
        now: root.now
    }

    Gauge {
        visible: root.count > root.most
        width: root.width
        height: 16
        fraction: root.count > 0 ? (root.now + 1) / root.count : 0
    }

    Label {
        id: label

        objectName: "survey.progress"
        width: root.width
        color: Theme.ink2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
    }
}
