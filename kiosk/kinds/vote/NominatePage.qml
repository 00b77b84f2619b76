pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.vote

// The nomination form. One answer at a time is written, just above the keyboard; all three stand together before they go.
Item {
    id: root

    required property VoteViewModel vm

    signal closed

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 840 : Theme.margin
    readonly property real hand: width - edge - Theme.margin
    readonly property var keys: ["name", "unit", "why"]
    readonly property var labels: [qsTr("姓名"), qsTr("单位"), qsTr("事迹")]
    readonly property var asks: [qsTr("提名谁"), qsTr("哪个车间、班组"), qsTr("做了什么，为什么提名")]
    readonly property var longest: [12, 30, 300]
    property int editing: -1
    readonly property bool up: editing >= 0

    function edit(place: int): void {
        editing = place;
        if (place >= 0)
            Qt.callLater(() => (field.item as FormField)?.take(root.vm.nomination.form[root.keys[place]] ?? ""));
        else
            root.closed();
    }

    objectName: "vote.form"

    Rectangle {
        width: root.wide ? 768 : root.width
        height: root.wide ? root.height : Theme.handZone
        color: Theme.night ? Theme.paper : Theme.artGold
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
    }

    Song {
        x: tag.x + tag.width + Theme.s5
        y: Theme.s6
        width: (root.wide ? 768 : root.width) - x - Theme.s5
        text: qsTr("身边有好样的，\n写下来。")
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.h3
        color: Theme.night ? Theme.ink : Theme.artInk
        leading: 1.28
    }

    Label {
        x: tag.x + tag.width + Theme.s5
        y: 360
        width: (root.wide ? 768 : root.width) - x - Theme.s5
        text: qsTr("交上去的提名由工会核实，不在屏上公布。")
        wrapMode: Text.Wrap
        color: Theme.night ? Theme.ink : Theme.artInk
    }

    Loader {
        id: field

        active: root.up
        x: root.edge
        y: root.wide ? Theme.s4 : Theme.handZone + Theme.s2
        width: root.hand
        height: root.wide ? 400 : 236
        sourceComponent: FormField {
            label: root.labels[root.editing] ?? ""
            han: root.vm.han
            most: root.longest[root.editing] ?? 1
            next: root.editing < 2 ? qsTr("下一项") : qsTr("写好了")
            onWritten: words => root.vm.nomination.write(root.keys[root.editing], words)
            onFinished: root.edit(root.editing < 2 ? root.editing + 1 : -1)
        }
    }

    Column {
        visible: !root.up
        x: root.edge
        y: root.wide ? Theme.s5 : Theme.handZone + Theme.s3
        width: root.hand
        spacing: Theme.s3

        Repeater {
            model: 3

            FormCell {
                required property int index

                objectName: "vote.field." + root.keys[index]
                width: root.hand
                height: index < 2 ? Theme.control : root.wide ? 360 : 400
                label: root.labels[index]
                asking: root.asks[index]
                text: root.vm.nomination.form[root.keys[index]] ?? ""
                onClicked: root.edit(index)
            }
        }
    }

    Tray {
        id: tray

        x: root.wide ? 768 : 0
        y: root.height - height
        width: root.width - x
        height: Theme.control + 52 + Theme.s2 * 2 + (root.wide ? Theme.s2 : Theme.s5)

        Label {
            objectName: "vote.fault"
            x: root.edge - tray.x
            y: Theme.s2
            width: root.hand
            height: 52
            verticalAlignment: Text.AlignVCenter
            text: root.vm.nomination.fault || (root.vm.nomination.ready ? qsTr("看一遍，没错就交上去。") : qsTr("三项都写上才能交。"))
            bold: root.vm.nomination.fault !== ""
            color: root.vm.nomination.fault !== "" ? Theme.redDark : Theme.ink2
            fontSizeMode: Text.Fit
            minimumPixelSize: 22
            wrapMode: Text.Wrap
        }

        PushButton {
            objectName: "vote.send"
            x: root.edge - tray.x
            y: Theme.s2 * 2 + 52
            width: root.hand
            tone: "red"
            enabled: root.vm.nomination.ready
            busy: root.vm.busy
            progress: 0.6
            text: root.vm.busy ? qsTr("正在交…") : qsTr("把提名交给工会")
            onClicked: root.vm.nomination.send()
        }
    }

    // The keyboard was put away by a touch beside it.
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            const item = root.Window.activeFocusItem;
            if (root.up && field.status === Loader.Ready && item !== null && item.objectName !== "vote.input")
                root.editing = -1;
        }
    }
}
