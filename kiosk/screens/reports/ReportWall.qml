pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.reports

// What was found, in words, and its chart.
Item {
    id: root

    required property ReportsViewModel vm

    readonly property var chart: vm.chart

    clip: true

    HangingTag {
        id: tag

        x: Theme.margin
        text: qsTr("报表")
        Component.onCompleted: drop()
    }

    Song {
        id: title

        objectName: "reports.title"
        x: tag.x + tag.width + Theme.s5
        y: Theme.s5
        width: parent.width - x - Theme.margin
        height: Theme.h1 * 1.3
        text: root.vm.title
        font.pixelSize: Theme.h1
        fontSizeMode: Text.Fit
        minimumPixelSize: 40
        font.features: {
            "halt": 1,
            "tnum": 1
        }
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        leading: 1.15
    }

    Label {
        id: about

        objectName: "reports.about"
        anchors.left: title.left
        anchors.right: title.right
        y: 172
        text: root.vm.about
        color: Theme.ink2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        elide: Text.ElideRight
    }

    Label {
        id: note

        visible: text !== ""
        anchors.left: title.left
        anchors.top: about.bottom
        text: root.chart.note
        font.pixelSize: Theme.small
        color: Theme.ink2
    }

    Loader {
        id: drawn

        objectName: "reports.chart"
        x: Theme.margin
        y: 236
        width: parent.width - Theme.margin * 2
        height: parent.height - y
        active: root.chart.kind !== ""
        sourceComponent: root.chart.kind === "line" ? line : root.chart.kind === "rows" ? rows : bars
    }

    Component {
        id: bars

        ChartBars {
            bars: root.chart.bars
            average: root.chart.average
            averageWords: root.chart.averageWords
            overhang: Theme.margin
        }
    }

    Component {
        id: line

        ChartLine {
            bars: root.chart.bars
            average: root.chart.average
            averageWords: root.chart.averageWords
            overhang: Theme.margin
        }
    }

    Component {
        id: rows

        Item {
            id: lying

            readonly property var kept: root.chart.bars.slice(0, Math.max(1, Math.floor((height - Theme.s4) / 106)))
            readonly property int pitch: Math.floor((height - Theme.s4 * 2) / Math.max(1, kept.length))

            Column {
                y: Theme.s4
                width: parent.width
                spacing: Theme.s2

                Repeater {
                    model: lying.kept

                    ChartShare {
                        required property var modelData

                        width: lying.width
                        label: modelData.label
                        words: modelData.words
                        share: modelData.share
                        marked: modelData.marked
                        whole: root.chart.whole
                        thick: Math.max(44, Math.min(96, lying.pitch - 62))
                    }
                }
            }
        }
    }

    // Nothing to draw: the report says why.
    Label {
        visible: root.chart.kind === "" && !root.vm.loading && !root.vm.preparing && root.vm.troubleTitle === ""
        x: Theme.margin
        y: 300
        width: parent.width - Theme.margin * 2
        text: root.vm.empty ? qsTr("这段日子没有记录。换个月份，或换个车间看看。") : root.vm.notes
        color: Theme.ink2
        wrapMode: Text.Wrap
        lineHeight: 1.3
    }
}
