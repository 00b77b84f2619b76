import QtQuick
import kiosk.design
import kiosk.stage

// What comes next.
Item {
    id: root

    required property StageViewModel vm

    readonly property bool last: vm.index + 1 >= vm.count

    height: width * Sheet.height / Sheet.width

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.line
        color: root.last ? Theme.kraft : Theme.ink
        border.width: root.last ? Theme.line : 0
        border.color: Theme.rule
    }

    SlideView {
        id: slide

        anchors.fill: parent
        vm: root.vm
    }

    Label {
        anchors.centerIn: parent
        visible: root.last
        text: qsTr("讲完了")
        color: Theme.ink2
    }

    Timer {
        id: later

        interval: 120
        onTriggered: slide.step = root.vm.following
    }

    Connections {
        target: root.vm

        function onStepChanged(): void {
            later.restart();
        }
    }

    Component.onCompleted: slide.step = root.vm.following
}
