import QtQuick
import kiosk.design
import kiosk.kinds.studio

// One number before and after, as two rows of slats at one scale.
Item {
    id: root

    required property var change // as `words.change` makes it
    property bool roomy: false // a wall of its own: the sentence below may take its place

    readonly property bool inside: afterBar.width >= figure.implicitWidth + unit.implicitWidth + Theme.s5 && afterBar.width > width * 0.5
    readonly property bool oldInside: beforeBar.width >= oldFigure.implicitWidth + oldUnit.implicitWidth + Theme.s5

    implicitHeight: below.visible ? below.y + below.height : afterBar.y + afterBar.height
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%1：原来 %2 %3，现在 %4 %3").arg(change.what).arg(change.before).arg(change.unit).arg(change.after)

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
        height: 140
        slats: root.change.beforeSlats
        full: root.change.full
        room: root.width
        color: Theme.track
        plain: root.oldInside ? oldFigure.width + oldUnit.width + Theme.s5 : 0
    }

    Song {
        id: oldFigure

        x: root.oldInside ? beforeBar.width - width - oldUnit.width - Theme.s3 - Theme.s2 : beforeBar.width + Theme.s3
        anchors.verticalCenter: beforeBar.verticalCenter
        text: root.change.before
        font.pixelSize: 112
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
        height: 188
        slats: root.change.afterSlats
        full: root.change.full
        room: root.width
        color: Theme.red
        plain: root.inside ? figure.width + unit.implicitWidth + Theme.s5 : 0
    }

    Song {
        id: figure

        objectName: "studio.now"
        x: root.inside ? afterBar.width - width - unit.implicitWidth - Theme.s3 - Theme.s2 : afterBar.width + (afterBar.width > 0 ? Theme.s3 : 0)
        y: afterBar.y + (afterBar.height - height) / 2 - Theme.s1
        width: Math.min(implicitWidth, root.width - afterBar.width - Theme.s3 > 200 || root.inside ? implicitWidth : root.width - afterBar.width - Theme.s3)
        text: root.change.after
        font.pixelSize: root.inside ? 168 : 220
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 60
        leading: 1
        color: root.inside ? Theme.overRed : Theme.red
    }

    Label {
        id: unit

        readonly property bool joined: !root.inside && root.change.how !== "" && root.width - x > 260

        x: figure.x + figure.width + Theme.s2
        anchors.bottom: afterBar.bottom
        anchors.bottomMargin: root.inside ? Theme.s4 : Theme.s3
        width: Math.max(0, root.inside ? implicitWidth : root.width - x)
        text: joined ? qsTr("%1，%2").arg(root.change.unit).arg(root.change.how) : root.change.unit
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

        visible: !unit.joined && root.change.how !== ""
        anchors.top: afterBar.bottom
        anchors.topMargin: Theme.s1
        width: root.width
        text: qsTr("现在：%1").arg(root.change.how)
        bold: true
        font.pixelSize: Theme.label
        elide: Text.ElideRight
    }
}
