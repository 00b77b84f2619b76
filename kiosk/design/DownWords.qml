pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// One sentence that stands on the wall: Chinese characters downwards, the words of other scripts one under the other.
Item {
    id: root

    required property string text
    property color color: Theme.ink
    property int size: Theme.display

    readonly property bool han: /[\u3400-\u9fff]/.test(text)

    implicitWidth: han ? size : 360
    implicitHeight: han ? column.height : words.height

    Column {
        id: column

        visible: root.han
        width: parent.width

        Repeater {
            model: root.han ? root.text.split("") : []

            Song {
                required property string modelData

                width: column.width
                height: root.size + 16
                verticalAlignment: Text.AlignVCenter
                text: modelData
                font.pixelSize: root.size
                color: root.color
                leading: 1
            }
        }
    }

    Song {
        id: words

        visible: !root.han
        width: parent.width
        text: root.text.replace(/ /g, "\n")
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.label
        color: root.color
        leading: 1.15
    }

    Accessible.role: Accessible.Heading
    Accessible.name: text
}
