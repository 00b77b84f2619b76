import QtQuick
import kiosk.design
import kiosk.kinds.studio

// A room behind the wall: its heading, what stands in it, and the way back. What is longer than the screen moves by buttons too.
Item {
    id: root

    required property StudioViewModel vm
    required property string heading
    property string note: ""
    property Flickable view: null // what moves
    property alias extra: more.data // further buttons of the tray
    property alias wall: aside.data // drawn under the heading
    default property alias content: body.data

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 660 : Theme.margin
    readonly property int hand: width - edge - Theme.margin
    readonly property bool long: view !== null && view.contentHeight > view.height + 1
    readonly property int above: wide ? Theme.s5 : head.height + (aside.children.length > 0 ? aside.childrenRect.height + Theme.s3 : 0) + Theme.s4
    readonly property int foot: tray.y

    StudioHead {
        id: head

        width: root.wide ? 612 : root.width
        tag: root.vm.tag
        title: root.heading
        note: root.note
        sample: root.vm.sample
        lines: root.wide ? 5 : 3
    }

    Item {
        id: aside

        x: Theme.margin
        y: head.height + Theme.s3
        width: root.wide ? 612 - Theme.margin - Theme.s3 : root.width - Theme.margin * 2
        height: root.wide ? root.height - y - Theme.s4 : childrenRect.height
    }

    Item {
        id: body

        x: root.edge
        y: root.above
        width: root.hand
        height: root.foot - y
        clip: true
    }

    Tray {
        id: tray

        x: root.wide ? 612 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + Theme.s3 * 2

        Row {
            id: more

            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: Theme.s3
            height: Theme.control
            spacing: Theme.s3

            PushButton {
                objectName: "studio.up"
                visible: root.long
                width: 180
                height: Theme.control
                icon: "arrow-up"
                name: qsTr("往上")
                enabled: root.view !== null && !root.view.atYBeginning
                onClicked: root.move(-1)
            }

            PushButton {
                objectName: "studio.down"
                visible: root.long
                width: 180
                height: Theme.control
                icon: "arrow-down"
                name: qsTr("往下")
                enabled: root.view !== null && !root.view.atYEnd
                onClicked: root.move(1)
            }
        }

        PushButton {
            objectName: "studio.home"
            x: root.edge - tray.x
            y: Theme.s3
            width: Math.min(360, root.hand - more.width - Theme.s3)
            height: Theme.control
            icon: "arrow-left"
            text: qsTr("回工作室")
            onClicked: root.vm.home()
        }
    }

    function move(way: int): void {
        const first = view.originY, last = view.originY + Math.max(0, view.contentHeight - view.height);
        glide.to = Math.max(first, Math.min(last, view.contentY + way * view.height * 0.8));
        glide.restart();
    }

    NumberAnimation {
        id: glide

        target: root.view
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }
}
