pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.studio

// Stories and films to go on with.
RoomPage {
    id: root

    objectName: "studio.links"
    heading: qsTr("接着看")
    note: qsTr("%1 个故事和节目").arg(vm.rooms.links.length)
    view: list

    Flickable {
        id: list

        objectName: "studio.list"
        y: root.wide ? 0 : Math.max(0, Theme.handZone - root.above)
        width: parent.width
        height: parent.height - y
        contentWidth: width
        contentHeight: rows.height + Theme.s3
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: rows

            width: parent.width
            spacing: Theme.s3

            Repeater {
                model: root.vm.rooms.links

                ListRow {
                    required property var modelData

                    objectName: "studio.link." + modelData.uid
                    width: rows.width
                    title: modelData.title
                    note: modelData.subtitle
                    picture: modelData.square
                    status: modelData.listen ? qsTr("能听") : ""
                    onClicked: root.vm.rooms.open(modelData.uid)
                }
            }
        }
    }

    // Where nothing is touched stands what they are about.
    Song {
        visible: !root.wide
        width: parent.width
        height: list.y - Theme.s4
        verticalAlignment: Text.AlignBottom
        text: qsTr("他们也是\n这样干出来的。")
        font.pixelSize: Theme.display
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.h3
        lineHeight: 1.2 / 1.437
        wrapMode: Text.Wrap
    }
}
