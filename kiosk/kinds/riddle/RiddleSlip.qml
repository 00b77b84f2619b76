pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.riddle

// The slip of paper with the riddle: downwards where it can be, in lines where it cannot.
Item {
    id: root

    required property RiddleViewModel vm
    property real most: 840 // widest
    property int largest: 172

    readonly property var setting: vm.slip(vm.lantern.face, most, height - Theme.s4, largest)
    readonly property bool downwards: setting.size > 0
    readonly property real longest: Math.max(1, ...setting.columns.map(c => root.reach(c)))

    // Length of a column in characters; a blank is half of one.
    function reach(column: string): real {
        return column.length - (column.split(" ").length - 1) / 2;
    }

    width: downwards ? Math.max(most < 300 ? 0 : 248, setting.width) : most
    Accessible.role: Accessible.StaticText
    Accessible.name: vm.lantern.face

    Rectangle {
        anchors.fill: parent
        color: Theme.night ? Theme.paper : Theme.artPaper
    }

    Repeater {
        model: 2

        Rectangle {
            required property int index

            x: index * (root.width - width)
            width: Theme.edge + 2
            height: root.height
            color: Theme.night ? Theme.ink : Theme.artInk
        }
    }

    Repeater {
        model: root.setting.columns

        Column {
            id: column

            required property string modelData
            required property int index

            x: (root.width + root.setting.across * (root.setting.columns.length - 1)) / 2 - root.setting.size / 2 - index * root.setting.across
            y: (root.height - root.longest * root.setting.step) / 2

            Repeater {
                model: column.modelData.split("")

                Song {
                    required property string modelData

                    width: root.setting.size
                    height: modelData === " " ? root.setting.step / 2 : root.setting.step
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: modelData
                    font.pixelSize: root.setting.size
                    leading: 1
                    color: Theme.night ? Theme.ink : Theme.artInk
                }
            }
        }
    }

    Song {
        visible: !root.downwards
        anchors.fill: parent
        anchors.margins: Theme.s4
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.downwards ? "" : root.vm.lantern.face.replace(/[，。；、]/g, "\n").replace(/([？！])/g, "$1\n").trim()
        font.pixelSize: Theme.h1
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: Text.Wrap
        leading: 1.36
        color: Theme.night ? Theme.ink : Theme.artInk
    }
}
