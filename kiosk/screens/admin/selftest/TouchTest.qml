pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design

// Twenty cells over the page; a touched one is ink. It ends when all are, or when nobody has touched one for a while.
Rectangle {
    id: root

    required property int points

    readonly property int columns: Theme.landscape ? 5 : 4
    readonly property int lines: points / columns
    property int hit: 0

    signal done(int hit)

    objectName: "selftest.touch"
    color: Theme.paper

    function mark(): void {
        hit += 1;
        patience.restart();
        if (hit === points)
            finished.start();
    }

    MouseArea {
        anchors.fill: parent
    }

    Repeater {
        model: root.points

        Rectangle {
            id: cell

            required property int index
            property bool lit: false

            objectName: "selftest.point." + index
            x: (index % root.columns) * root.width / root.columns
            y: Math.floor(index / root.columns) * root.height / root.lines
            width: root.width / root.columns
            height: root.height / root.lines
            color: lit ? Theme.ink : Theme.sheet
            border.width: Theme.hairline
            border.color: Theme.rule

            Song {
                anchors.centerIn: parent
                text: cell.index + 1
                font.pixelSize: Theme.question
                color: cell.lit ? Theme.overInk : Theme.ink
                leading: 1
            }

            MultiPointTouchArea {
                anchors.fill: parent
                onPressed: {
                    if (!cell.lit) {
                        cell.lit = true;
                        root.mark();
                    }
                }
            }
        }
    }

    Timer {
        id: patience

        interval: 20000
        running: true
        onTriggered: root.done(root.hit)
    }

    Timer {
        id: finished

        interval: 400
        onTriggered: root.done(root.hit)
    }
}
