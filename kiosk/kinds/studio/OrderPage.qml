import QtQuick
import kiosk.design
import kiosk.kinds.studio

// A step of a request: the card as it will hang on the wall, what is asked below it or beside it, and two ways on.
Item {
    id: root

    required property StudioViewModel vm
    required property string heading
    property string note: ""
    required property string forward
    property string backward: qsTr("上一步")
    property bool ready: true
    property bool busy: false
    property bool card: true
    property int headSize: Theme.question
    default property alias content: body.data

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property int above: wide ? Theme.s4 : Theme.handZone + Theme.s2
    readonly property int foot: tray.y

    signal forwarded

    StudioHead {
        id: head

        width: root.wide ? 768 : root.width
        tag: root.vm.tag
        title: root.heading
        note: root.note
        pixelSize: root.headSize
    }

    HelpCard {
        visible: root.card
        objectName: "studio.draft"
        x: root.wide ? Theme.s5 : Theme.margin
        y: root.wide ? Math.max(head.height + Theme.s3, 360) : Theme.handZone - height - Theme.s3
        width: root.wide ? 768 - Theme.s5 * 2 : root.width - Theme.margin * 2
        height: root.wide ? 412 : Math.min(412, Theme.handZone - head.height - Theme.s5)
        card: root.vm.order.draft
        empty: qsTr("难题写在这里")
    }

    Item {
        id: body

        x: root.edge
        y: root.above
        width: root.hand
        height: root.foot - y - Theme.s2
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + Theme.s3 * 2

        PushButton {
            objectName: "studio.forward"
            x: root.edge - tray.x
            y: Theme.s3
            width: root.hand - (back.visible ? back.width + Theme.s3 : 0)
            height: Theme.control
            tone: "red"
            text: root.forward
            enabled: root.ready && !root.busy
            busy: root.busy
            onClicked: root.forwarded()
        }

        PushButton {
            id: back

            objectName: "studio.back"
            visible: root.backward !== ""
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: Theme.s3
            width: 260
            height: Theme.control
            text: root.backward
            enabled: !root.busy
            onClicked: root.vm.back()
        }
    }
}
