pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Tabs: the open one is bold on a red line, the others are read on an ink one.
Row {
    id: root

    required property var tabs // [{key, text}]
    required property string current

    signal chosen(string key)

    height: 104

    Repeater {
        model: root.tabs

        Pressable {
            id: tab

            required property var modelData
            readonly property bool on: modelData.key === root.current

            objectName: "sync.tab." + modelData.key
            width: root.width / Math.max(1, root.tabs.length)
            height: root.height
            name: modelData.text
            checked: on
            onClicked: root.chosen(modelData.key)

            Rectangle {
                anchors.fill: parent
                color: tab.down ? Theme.kraft : "transparent"
            }

            Label {
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - Theme.s2)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                text: tab.modelData.text
                font.pixelSize: Theme.button
                bold: tab.on
                color: tab.on ? Theme.ink : Theme.ink2
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: tab.on ? Theme.s2 : Theme.line
                color: tab.on ? Theme.red : Theme.ink
            }
        }
    }
}
