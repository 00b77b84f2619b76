import QtQuick
import kiosk.design
import kiosk.stage

// A picture, whole or hard-cropped; `loading` until it is there.
Item {
    id: root

    required property url source
    property string alt: ""
    property bool crop: false
    property bool poster: false // small enough to be kept as it is
    readonly property bool loading: picture.status === Image.Loading
    readonly property bool failed: picture.status === Image.Error || picture.status === Image.Null
    readonly property bool ready: !loading

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: alt

    Image {
        id: picture

        anchors.fill: parent
        source: root.source
        sourceSize.width: root.poster ? 0 : Sheet.width
        asynchronous: true
        fillMode: root.crop ? Image.PreserveAspectCrop : Image.PreserveAspectFit
    }

    Song {
        anchors.centerIn: parent
        visible: root.failed
        text: "图"
        font.pixelSize: Theme.state
        color: Theme.artGold
    }
}
