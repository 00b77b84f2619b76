import QtQuick
import kiosk.design

// While the glass is wiped: how long it stays locked, to be read from behind a cloth. Nothing here is touched.
Rectangle {
    id: root

    required property int seconds
    required property int of

    readonly property bool wide: Theme.landscape
    readonly property int floor: wide ? 264 : 420

    objectName: "cleaning"
    color: Theme.paper

    HangingTag {
        x: Theme.margin
        text: qsTr("擦屏")
    }

    Song {
        id: number

        x: root.wide ? root.width / 2 : Theme.margin
        width: root.wide ? root.width / 2 - Theme.margin : root.width - Theme.margin * 2
        anchors.bottom: ground.top
        anchors.bottomMargin: root.wide ? -Theme.s3 : Theme.s3
        horizontalAlignment: Text.AlignRight
        text: root.seconds
        font.pixelSize: Theme.numeral * (root.wide ? 1.6 : 1.5)
        fontSizeMode: Text.HorizontalFit // five minutes have three digits
        minimumPixelSize: Theme.state
        font.features: {
            "tnum": 1
        }
        color: Theme.red
        leading: 1
    }

    Song {
        x: Theme.margin
        anchors.top: root.wide ? undefined : parent.top
        anchors.topMargin: 320
        anchors.bottom: root.wide ? ground.top : undefined
        anchors.bottomMargin: Theme.s6
        width: root.wide ? root.width / 2 - Theme.margin - Theme.s4 : root.width - Theme.margin * 2
        text: qsTr("可以擦屏了")
        font.pixelSize: Theme.display
        wrapMode: Text.Wrap
    }

    Rectangle {
        id: ground

        anchors.bottom: parent.bottom
        width: parent.width
        height: root.floor
        color: Theme.ink

        Rectangle {
            width: parent.width
            height: Theme.s2
            color: Theme.kraft
        }

        Rectangle {
            width: parent.width * root.seconds / Math.max(1, root.of)
            height: Theme.s2
            color: Theme.red
        }

        Label {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("数到零以前，碰哪儿都没有反应。布要拧干，不往屏上直接喷水。")
            font.pixelSize: Theme.button
            wrapMode: Text.Wrap
            lineHeight: 1.3
            color: Theme.overInk
        }
    }
}
