import QtQuick
import kiosk.design

// A count with its words in one block of the stick: at the foot of a high block, in the middle of a low one.
Item {
    id: root

    required property int number
    required property string words
    required property bool strong
    required property color color

    readonly property bool large: strong && height >= 190

    Song {
        id: numeral

        x: Theme.s3
        y: root.large ? root.height - height : (root.height - height) / 2
        text: root.number
        font.pixelSize: root.large ? 132 : root.height >= 110 ? Theme.h2 : 44
        font.features: {
            "tnum": 1
        }
        color: root.color
        leading: root.large ? 1.2 : 1
    }

    Label {
        anchors.left: numeral.right
        anchors.leftMargin: root.large ? Theme.s3 : Theme.s2
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.baseline: numeral.baseline
        text: root.words
        bold: root.strong
        color: root.color
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 26
    }
}
