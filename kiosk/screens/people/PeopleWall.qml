import QtQuick
import kiosk.design
import kiosk.screens.people

// The wall over the people: how many there are, or the year one has come to.
Item {
    id: root

    required property PeopleViewModel vm
    property string year: ""

    readonly property bool wide: Theme.landscape
    readonly property bool dated: vm.order === "honours"
    readonly property string figureText: dated ? year : vm.count.toString()

    HangingTag {
        x: Theme.margin
        text: root.dated ? qsTr("荣誉年表") : qsTr("人物墙")
    }

    Song {
        visible: root.vm.condition === "ok"
        anchors.right: parent.right
        anchors.rightMargin: root.wide ? Theme.s4 : Theme.margin
        y: root.wide ? Theme.s3 : root.figureText.length > 3 ? 40 : -60
        text: root.figureText
        font.pixelSize: Theme.numeral * (root.figureText.length > 3 ? (root.wide ? 0.45 : 0.64) : root.figureText.length > 2 ? 0.7 : root.wide && root.figureText.length > 1 ? 0.88 : 1)
        color: Theme.red
        leading: 1.1
        font.features: {
            "lnum": 1,
            "tnum": 1
        }
    }

    Song {
        id: title

        x: Theme.margin
        y: root.wide ? Math.min(560, root.height - 240) : 510
        width: root.width - Theme.margin * 2
        text: root.dated ? qsTr("一年一年，名字都在") : qsTr("他们都在这里")
        font.pixelSize: Theme.h1
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 48
        font.features: {
            "halt": 1
        }
    }

    Label {
        x: Theme.margin
        anchors.top: title.bottom
        anchors.topMargin: Theme.s2
        width: title.width
        visible: root.vm.condition === "ok"
        text: root.vm.note
        color: Theme.ink2
        elide: Text.ElideRight
    }
}
