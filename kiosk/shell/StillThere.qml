import QtQuick
import kiosk.design

// "Still there?" Any touch goes on; the touch itself does nothing else.
Item {
    id: root

    required property int seconds

    objectName: "stillThere"

    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        id: card

        width: parent.width
        height: 420
        y: parent.height - height - Theme.skirting
        color: Theme.sheet

        Rectangle {
            width: parent.width
            height: Theme.section
            color: Theme.blue
        }

        Song {
            id: number

            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: 300
            text: root.seconds
            font.pixelSize: 260
            font.features: {
                "tnum": 1
            }
            color: Theme.red
            leading: 1
        }

        Column {
            anchors.left: number.right
            anchors.leftMargin: Theme.s5
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s3

            Song {
                width: parent.width
                text: qsTr("还在看吗？")
                font.pixelSize: Theme.h1
                wrapMode: Text.Wrap
            }

            Label {
                width: parent.width
                text: qsTr("碰一下屏幕就继续，不碰就回到开头")
                wrapMode: Text.Wrap
                color: Theme.ink2
            }
        }
    }
}
