import QtQuick
import kiosk.design

// Nothing is published yet: the wall says so instead of going black.
Item {
    Song {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Theme.s7
        text: "候"
        font.pixelSize: 420
        color: Theme.artRed
        leading: 1
    }

    Song {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: parent.height * 0.18
        text: qsTr("内容还在路上")
        font.pixelSize: 72
        color: Theme.artInk
    }
}
