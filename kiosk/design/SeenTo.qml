import QtQuick

// Tells how far down a list somebody has read: what stood still for a moment was seen. A share of its rows, 0 to 1.
Timer {
    id: root

    required property ListView list

    readonly property Connections follow: Connections {
        target: root.list

        function onContentYChanged(): void {
            root.restart();
        }

        function onCountChanged(): void {
            root.restart();
        }
    }

    signal seen(share: real)

    interval: 800
    running: true
    onTriggered: {
        if (list.count === 0 || list.height <= 0)
            return;
        const foot = list.contentY + list.height;
        const row = list.indexAt(list.width / 2, foot - 1);
        const last = list.itemAtIndex(list.count - 1);
        if (last && last.y + last.height <= foot)
            seen(1);
        else if (row >= 0)
            seen(row / list.count);
    }
}
