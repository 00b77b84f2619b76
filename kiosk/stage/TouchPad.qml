import QtQuick
import kiosk.design
import kiosk.stage

// The glass over a slide: a tool draws, points or picks a part; without a tool a swipe goes on, back or brings the console.
Item {
    id: root

    required property StageViewModel vm
    property var part: vm.ownRegion
    property bool swipes: false

    signal raised
    signal tapped

    readonly property bool tooled: vm.tool !== ""

    function shareX(x: real): real {
        return root.part.x + Math.max(0, Math.min(1, x / root.width)) * root.part.width;
    }

    function shareY(y: real): real {
        return root.part.y + Math.max(0, Math.min(1, y / root.height)) * root.part.width;
    }

    MouseArea {
        id: area

        property point start

        anchors.fill: parent
        enabled: root.tooled || root.swipes
        preventStealing: true
        onPressed: mouse => {
            start = Qt.point(mouse.x, mouse.y);
            root.vm.press(root.shareX(mouse.x), root.shareY(mouse.y));
        }
        onPositionChanged: mouse => root.vm.move(root.shareX(mouse.x), root.shareY(mouse.y))
        onCanceled: root.vm.lift()
        onReleased: mouse => {
            root.vm.lift();
            const dx = mouse.x - start.x, dy = mouse.y - start.y;
            if (root.vm.tool === "zoom") {
                const across = Math.max(Math.abs(dx) / root.width, Math.abs(dy) / root.height) * root.part.width;
                if (across > 0.08)
                    root.vm.zoom(Math.min(root.shareX(start.x), root.shareX(mouse.x)), Math.min(root.shareY(start.y), root.shareY(mouse.y)), across);
                else
                    root.vm.zoom(root.shareX(mouse.x) - root.part.width / 4, root.shareY(mouse.y) - root.part.width / 4, root.part.width / 2);
            } else if (!root.tooled && root.swipes) {
                if (Math.abs(dx) > Theme.s8 && Math.abs(dx) > Math.abs(dy)) {
                    if (dx < 0)
                        root.vm.next();
                    else
                        root.vm.back();
                } else if (dy < -Theme.s7) {
                    root.raised();
                } else if (Math.abs(dx) + Math.abs(dy) < Theme.s4) {
                    root.tapped();
                }
            }
        }
    }

    Rectangle {
        id: band

        readonly property real across: Math.max(Math.abs(area.mouseX - area.start.x), Math.abs(area.mouseY - area.start.y) * root.width / root.height)

        visible: area.pressed && root.vm.tool === "zoom" && across > root.width * 0.08
        x: Math.min(area.start.x, area.mouseX)
        y: Math.min(area.start.y, area.mouseY)
        width: across
        height: across * root.height / root.width
        color: "transparent"
        border.width: Theme.section
        border.color: Theme.artRed
    }
}
