import QtQuick
import kiosk.stage

// One of two holders of a slide: one is seen, the other gets the next slide ready.
SlideView {
    id: root

    required property int number
    property int shows: -1

    function put(index: int): void {
        if (index === root.shows)
            return;
        root.shows = index;
        root.step = root.vm.slide(index);
    }

    width: Sheet.width
    height: Sheet.height
    reel: root.number === 0 ? root.vm.firstReel : root.vm.secondReel
}
