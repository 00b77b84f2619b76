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
    readonly property var parts: han ? text.split("") : text.split(" ")

    implicitWidth: han ? size : 360
    implicitHeight: column.height

    Column {
        id: column

        width: parent.width

        Repeater {
            model: root.parts

            Song {
                required property string modelData

                width: column.width
                height: root.han ? root.size + 16 : Theme.h1 + Theme.s2
                verticalAlignment: Text.AlignVCenter
                text: modelData
                font.pixelSize: root.han ? root.size : Theme.h1
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.label
                color: root.color
                leading: 1
            }
        }
    }

    Accessible.role: Accessible.Heading
    Accessible.name: text
}
