pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.state

// Over everything: the dark of a sleeping screen, the dusk of a waiting one, and the lock while the glass is wiped.
Item {
    id: root

    required property ScreenLife life

    Rectangle {
        objectName: "curtain"
        anchors.fill: parent
        visible: root.life.dark || root.life.dim > 0
        opacity: root.life.dark ? 1 : root.life.dim
        color: Theme.dark
    }

    Loader {
        anchors.fill: parent
        active: root.life.cleaning > 0
        sourceComponent: Rectangle {
            objectName: "cleaning"
            color: Theme.paper

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.margin
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s4

                Song {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.life.cleaning
                    font.pixelSize: 260
                    font.features: {
                        "tnum": 1
                    }
                    color: Theme.red
                    leading: 1
                }

                Song {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("可以擦屏了")
                    font.pixelSize: Theme.h1
                    wrapMode: Text.Wrap
                }

                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("数到零以前，碰哪儿都没有反应")
                    wrapMode: Text.Wrap
                    color: Theme.ink2
                }
            }
        }
    }
}
