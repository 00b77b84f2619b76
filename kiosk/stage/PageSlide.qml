pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.stage

// A page of a PDF, drawn on a lane at the screen's resolution; its picture is handed over as it is. One that cannot be
// drawn is its title, calmly: only a console says why.
SlideBase {
    id: root

    readonly property string address: {
        root.vm.pages; // asked again when a page was drawn
        return root.vm.pageUrl(root.step.index);
    }
    readonly property bool broken: {
        root.vm.pages;
        return root.vm.pageBroken(root.step.index);
    }

    property bool had: false

    onAddressChanged: {
        if (address !== "")
            had = true;
    }
    Component.onCompleted: had = address !== ""
    color: Theme.artInk
    ready: had || broken

    Image {
        anchors.fill: parent
        source: root.address
        fillMode: Image.PreserveAspectFit
        asynchronous: false
        retainWhileLoading: true
        cache: false
        mipmap: false
        smooth: true
    }

    Column {
        anchors.centerIn: parent
        visible: !root.had && !root.broken
        spacing: Theme.s4

        Song {
            anchors.horizontalCenter: parent.horizontalCenter
            text: "候"
            font.pixelSize: Theme.state
            color: Theme.artGold
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Sheet.width - Sheet.margin * 2
            horizontalAlignment: Text.AlignHCenter
            text: root.step.title
            font.pixelSize: Sheet.caption
            wrapMode: Text.Wrap
            color: Theme.artPaper
        }
    }

    Loader {
        active: root.broken
        sourceComponent: GapSlide {
            step: root.step
            vm: root.vm
        }
    }
}
