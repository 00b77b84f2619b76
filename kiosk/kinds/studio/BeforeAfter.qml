import QtQuick
import kiosk.design
import kiosk.kinds.studio

// One number before and after, as two rows of slats at one scale.
Item {
    id: root

    required property var change // as `words.change` makes it
    property real most: 480 // height there is for it

    readonly property bool told: !joined && change.how !== ""
    readonly property real shrink: Math.min(1, (most - what.implicitHeight - Theme.s3 - (change.how !== "" && afterWidth + 260 > width * 0.7 ? Theme.s1 + below.implicitHeight : 0)) / 328)
    readonly property real fullest: change.full > 0 ? width / change.full : 0
    readonly property real afterWidth: change.afterSlats * fullest
    readonly property int figures: afterWidth > width * 0.5 ? Math.min(168 * shrink, 168 * (afterWidth - word.advanceWidth - Theme.s6) / Math.max(1, narrow.advanceWidth)) : Math.min(220 * shrink, 220 * (beside - Theme.s3 - Math.min(word.advanceWidth, 90)) / Math.max(1, large.advanceWidth))
    readonly property bool inside: afterWidth > width * 0.5
    readonly property bool oldInside: change.beforeSlats * fullest >= old.advanceWidth * shrink + word.advanceWidth + Theme.s6
    readonly property real beside: width - afterWidth - Theme.s3 // room for what stands beside the red bar
    readonly property bool joined: !inside && change.how !== "" && beside - large.advanceWidth * figures / 220 > 260

    implicitHeight: what.implicitHeight + Theme.s3 + 328 * shrink + (told ? Theme.s1 + below.implicitHeight : 0)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%1：原来 %2 %3，现在 %4 %3").arg(change.what).arg(change.before).arg(change.unit).arg(change.after)

    TextMetrics {
        id: narrow

        font.family: Theme.song
        font.weight: Font.Bold
        font.pixelSize: 168
        text: root.change.after
    }

    TextMetrics {
        id: large

        font.family: Theme.song
        font.weight: Font.Bold
        font.pixelSize: 220
        text: root.change.after
    }

    TextMetrics {
        id: old

        font.family: Theme.song
        font.weight: Font.Bold
        font.pixelSize: 112
        text: root.change.before
    }

    TextMetrics {
        id: word

        font.family: Theme.sans
        font.weight: Font.Bold
        font.pixelSize: Theme.button
        text: root.change.unit
    }

    Label {
        id: what

        width: parent.width - (scale.visible ? scale.implicitWidth + Theme.s3 : 0)
        text: qsTr("%1，原来").arg(root.change.what)
        color: Theme.ink2
        elide: Text.ElideRight
    }

    Label {
        id: scale

        objectName: "studio.scale"
        visible: root.change.slat > 1
        anchors.right: parent.right
        anchors.baseline: what.baseline
        text: qsTr("一格是 %1 %2").arg(root.change.slat).arg(root.change.unit)
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    SlatBar {
        id: beforeBar

        y: what.height + Theme.s1
        height: 140 * root.shrink
        slats: root.change.beforeSlats
        full: root.change.full
        room: root.width
        color: Theme.track
        plain: root.oldInside ? old.advanceWidth * root.shrink + word.advanceWidth + Theme.s5 : 0
    }

    Song {
        id: oldFigure

        x: root.oldInside ? beforeBar.width - width - word.advanceWidth - Theme.s3 - Theme.s2 : beforeBar.width + Theme.s3
        anchors.verticalCenter: beforeBar.verticalCenter
        text: root.change.before
        font.pixelSize: 112 * root.shrink
        leading: 1
        color: root.oldInside ? (Theme.night ? "#000000" : Theme.ink) : Theme.ink
    }

    Label {
        id: oldUnit

        anchors.left: oldFigure.right
        anchors.leftMargin: Theme.s2
        anchors.baseline: oldFigure.baseline
        text: root.change.unit
        bold: true
        font.pixelSize: Theme.button
        color: oldFigure.color
    }

    SlatBar {
        id: afterBar

        anchors.top: beforeBar.bottom
        anchors.topMargin: Theme.s3 - Theme.s1
        height: 188 * root.shrink
        slats: root.change.afterSlats
        full: root.change.full
        room: root.width
        color: Theme.red
        plain: root.inside ? figure.implicitWidth + word.advanceWidth + Theme.s5 : 0
    }

    Song {
        id: figure

        objectName: "studio.now"
        x: root.inside ? root.afterWidth - implicitWidth - word.advanceWidth - Theme.s3 - Theme.s2 : root.afterWidth + (root.afterWidth > 0 ? Theme.s3 : 0)
        y: afterBar.y + (afterBar.height - height) / 2 - Theme.s1
        text: root.change.after
        font.pixelSize: Math.max(40, root.figures)
        leading: 1
        color: root.inside ? Theme.overRed : Theme.red
    }

    Label {
        id: unit

        x: figure.x + figure.width + Theme.s2
        anchors.bottom: afterBar.bottom
        anchors.bottomMargin: root.inside ? Theme.s4 : Theme.s3
        width: Math.max(0, root.inside ? word.advanceWidth + Theme.s1 : root.width - x)
        text: root.joined ? qsTr("%1，%2").arg(root.change.unit).arg(root.change.how) : root.change.unit
        bold: true
        font.pixelSize: Theme.button
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        wrapMode: root.inside ? Text.NoWrap : Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        color: root.inside ? Theme.overRed : Theme.ink
    }

    Label {
        id: below

        visible: root.told
        anchors.top: afterBar.bottom
        anchors.topMargin: Theme.s1
        width: root.width
        text: qsTr("现在：%1").arg(root.change.how)
        bold: true
        font.pixelSize: Theme.label
        elide: Text.ElideRight
    }
}
