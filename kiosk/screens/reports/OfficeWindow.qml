import QtQuick
import kiosk.design
import kiosk.screens.reports
import kiosk.state

// The report page in an ordinary window of the office's computer.
Window {
    id: root

    required property ReportsViewModel reports
    required property Visit visit

    // A screen of 4:3 or 5:4 is common in an office: the page is made smaller until both halves have their room.
    readonly property bool wide: width > height
    readonly property real fit: Math.max(0.1, wide ? Math.min(height / 1080, width / 1920) : Math.min(width / 1080, height / 1800))

    visible: true
    width: 1440
    height: 810
    minimumWidth: 480
    minimumHeight: 480
    title: qsTr("先锋屏报表")
    color: Theme.paper

    Binding {
        target: Theme
        property: "landscape"
        value: root.wide
    }

    Binding {
        target: Theme
        property: "latin"
        value: root.visit.lang === "en"
    }

    Binding {
        target: Theme
        property: "scale"
        value: root.fit
    }

    Binding {
        target: Theme
        property: "calm"
        value: true
    }

    Item {
        id: canvas

        width: root.width / root.fit
        height: root.height / root.fit
        scale: root.fit
        transformOrigin: Item.TopLeft

        ReportsScreen {
            width: parent.width
            height: parent.height - foot.height
            vm: root.reports
        }

        Rectangle {
            id: foot

            y: parent.height - height
            width: parent.width
            height: Theme.skirting
            color: Theme.ink

            Rectangle {
                width: parent.width
                height: Theme.strip
                color: Theme.gold
            }

            LineButton {
                objectName: "office.back"
                x: Theme.s3
                y: Theme.strip + (Theme.nav - height) / 2
                width: 240
                height: Theme.chip
                icon: "arrow-left"
                text: qsTr("返回")
                enabled: root.reports.view !== "index"
                onClicked: root.reports.step_back()
            }

            Label {
                anchors.centerIn: parent
                anchors.verticalCenterOffset: Theme.strip / 2
                width: parent.width - (240 + Theme.s3 * 2) * 2
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                text: root.reports.standing
                color: Theme.overInk2
                font.pixelSize: Theme.meta
            }

            LineButton {
                objectName: "office.language"
                x: parent.width - width - Theme.s3
                y: Theme.strip + (Theme.nav - height) / 2
                width: 240
                height: Theme.chip
                text: root.visit.lang === "en" ? "中文" : "English"
                onClicked: root.visit.setLang(root.visit.lang === "en" ? "zh" : "en")
            }
        }
    }

    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        onActivated: root.reports.step_back()
    }
}
