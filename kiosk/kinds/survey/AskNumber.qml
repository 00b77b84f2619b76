pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Which question: 第三问 downwards on the wall, in a line beside the tag where there is no room; elsewhere a figure.
Item {
    id: root

    required property string text
    property bool down: true

    readonly property bool han: /[\u3400-\u9fff]/.test(text)
    readonly property int step: down && han && text.length > 3 ? 76 : 92

    height: down && han ? text.length * step : step

    Repeater {
        model: root.down && root.han ? root.text.split("") : [root.text]

        Song {
            required property int index
            required property string modelData

            y: index * root.step
            width: root.down && root.han ? 72 : root.width
            height: root.step
            horizontalAlignment: root.down && root.han ? Text.AlignHCenter : Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            text: modelData
            font.pixelSize: root.down && !root.han ? Theme.door : root.step < 92 ? 60 : 72
            color: Theme.red
            leading: 1
        }
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
