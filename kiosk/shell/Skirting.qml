import QtQuick
import kiosk.design
import kiosk.shell
import kiosk.state
import kiosk.sdk

// The ink skirting board: always the same four cells, in reach of everybody.
Item {
    id: root

    required property Shell shell
    required property Narrator narrator
    required property Visit visit

    height: Theme.skirting

    Rectangle {
        width: parent.width
        height: Theme.strip
        color: Theme.gold
    }

    Rectangle {
        y: Theme.strip
        width: parent.width
        height: Theme.nav
        color: Theme.ink
    }

    NavCell {
        id: back

        objectName: "nav.back"
        y: Theme.strip
        width: Theme.landscape ? 204 : 192
        icon: "arrow-left"
        text: qsTr("返回")
        enabled: root.shell.depth > 1 || root.shell.panel
        onClicked: root.shell.back()
    }

    Rectangle {
        anchors.left: back.right
        y: Theme.strip
        width: 2
        height: Theme.nav
        color: Theme.overInkTrack
    }

    NavCell {
        id: home

        objectName: "nav.home"
        anchors.left: back.right
        anchors.leftMargin: 2
        y: Theme.strip
        width: Theme.landscape ? 204 : 192
        icon: "home-outline"
        text: qsTr("首页")
        enabled: root.shell.depth > 1 || root.shell.panel
        onClicked: root.shell.home()
    }

    Rectangle {
        anchors.left: home.right
        y: Theme.strip
        width: 2
        height: Theme.nav
        color: Theme.overInkTrack
    }

    ListenCell {
        id: listen

        objectName: "nav.listen"
        visible: !root.shell.duty
        anchors.left: home.right
        anchors.leftMargin: 2
        anchors.right: carry.visible ? carry.left : size.left
        anchors.rightMargin: 2 + (mark.visible ? mark.width + Theme.s2 * 2 : 0)
        y: Theme.strip
        shell: root.shell
        narrator: root.narrator
    }

    DutyCell {
        objectName: "nav.duty"
        visible: root.shell.duty
        x: listen.x
        y: Theme.strip
        width: size.x - x
        minutes: root.shell.dutyMinutes
    }

    QuietMark {
        id: mark

        objectName: "nav.mark"
        anchors.right: carry.visible ? carry.left : size.left
        anchors.rightMargin: Theme.s2 + 2
        y: Theme.strip + (Theme.nav - height) / 2
        icon: root.shell.duty ? "" : root.shell.markIcon // those pages say it themselves
        text: root.shell.markText
    }

    Rectangle {
        anchors.right: size.left
        y: Theme.strip
        width: 2
        height: Theme.nav
        color: Theme.overInkTrack
    }

    // Only where there is something to take away.
    NavCell {
        id: carry

        objectName: "nav.carry"
        visible: root.shell.pageUid !== "" && !root.shell.duty
        anchors.right: size.left
        anchors.rightMargin: 2
        y: Theme.strip
        width: Theme.landscape ? 204 : Math.max(96, Theme.touchFloor)
        icon: "qrcode"
        text: Theme.landscape ? qsTr("带走") : ""
        lit: root.shell.carrying
        onClicked: root.shell.carry()
        Accessible.name: qsTr("带走")
    }

    Rectangle {
        visible: carry.visible
        anchors.right: carry.left
        y: Theme.strip
        width: 2
        height: Theme.nav
        color: Theme.overInkTrack
    }

    NavCell {
        id: size

        objectName: "nav.size"
        anchors.right: parent.right
        y: Theme.strip
        width: 236
        song: root.visit.lang === "en" ? "A" : "字"
        over: root.visit.lang === "en" ? "中文" : "English"
        text: qsTr("大小")
        lit: root.shell.panel
        onClicked: root.shell.togglePanel()
    }
}
