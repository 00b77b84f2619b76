import QtQuick

// Floor: the least a page can be.
Rectangle {
    property QtObject vm

    color: "#F3EADA"

    Text {
        anchors.centerIn: parent
        text: "先锋屏"
        font.pixelSize: 96
    }
}
