import QtQuick
import kiosk.design

// A number between two keys: less, more.
Item {
    id: root

    property string shown: ""
    property bool less: true // can still go down
    property bool more: true

    signal stepped(int by)

    implicitHeight: Theme.control

    PushButton {
        id: minus

        objectName: "desk.less"
        width: 200
        height: parent.height
        icon: "minus"
        enabled: root.less
        name: qsTr("少一点")
        onClicked: root.stepped(-1)
    }

    Rectangle {
        anchors.left: minus.right
        anchors.right: plus.left
        height: parent.height
        color: Theme.paper

        Song {
            anchors.centerIn: parent
            width: parent.width - Theme.s3
            horizontalAlignment: Text.AlignHCenter
            text: root.shown
            font.pixelSize: Theme.h2
            font.features: {
                "tnum": 1
            }
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.label
            leading: 1
        }
    }

    PushButton {
        id: plus

        objectName: "desk.plus"
        anchors.right: parent.right
        width: 200
        height: parent.height
        icon: "plus"
        enabled: root.more
        name: qsTr("多一点")
        onClicked: root.stepped(1)
    }
}
