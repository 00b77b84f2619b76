import QtQuick
import kiosk.stage

// One slide, scaled to its width.
Item {
    id: root

    required property StageViewModel vm
    property var step: ({})
    property Reel reel: null

    readonly property bool ready: loader.item !== null && loader.item.ready // qmllint disable missing-property

    function fill(): void {
        const design = root.step.design ?? "";
        if (design !== "") {
            loader.setSource(design.charAt(0).toUpperCase() + design.slice(1) + "Slide.qml", {
                step: root.step,
                vm: root.vm,
                reel: root.reel
            });
        } else {
            loader.source = "";
        }
    }

    onStepChanged: fill()
    Component.onCompleted: {
        if (loader.status === Loader.Null) // its step may have been set before
            fill();
    }

    Loader {
        id: loader

        width: Sheet.width
        height: Sheet.height
        scale: root.width / Sheet.width
        transformOrigin: Item.TopLeft
    }
}
