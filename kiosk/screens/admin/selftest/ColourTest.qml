import QtQuick

// Whole colours, one after the other: these are the panel's own, not the theme's.
Rectangle {
    id: root

    readonly property var tests: ["#ff0000", "#00ff00", "#0000ff", "#ffffff", "#808080", "#000000"]
    property int now: 0

    signal done

    objectName: "selftest.colours"
    color: tests[Math.min(now, tests.length - 1)]

    MouseArea {
        anchors.fill: parent
        onClicked: {
            if (root.now + 1 < root.tests.length)
                root.now += 1;
            else
                root.done();
        }
    }
}
