pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import kiosk.design
import kiosk.screens.admin.parts as Parts
import kiosk.stage

// Whether the loudspeakers sound, left and right, and how loud.
Rectangle {
    id: root

    required property SoundCheck check

    signal closed

    readonly property real quietest: 60 // dB under full scale: the left end of a bar
    readonly property bool silent: devices.audioOutputs.length === 0

    implicitHeight: words.height + rows.height + away.height + Theme.s5 * 2 + Theme.s4 * 2
    color: Theme.kraft
    Component.onDestruction: root.check.stop()

    MediaDevices {
        id: devices
    }

    Parts.ClipPlayer {
        file: root.check.file
        loudness: Theme.loudness
        onEnded: well => root.check.ended(well)
    }

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    MouseArea {
        anchors.fill: parent
    }

    Column {
        id: words

        x: Theme.margin
        y: Theme.s5
        width: parent.width - x * 2
        spacing: Theme.s2

        Song {
            width: parent.width
            text: qsTr("试音")
            font.pixelSize: Theme.h2
        }

        Label {
            objectName: "sound.words"
            width: parent.width
            text: root.silent ? qsTr("这台机器没有声音输出，片子会没有声音。") : root.check.failed ? qsTr("这一声放不出来。查一查喇叭的线和插头。") : qsTr("从“%1”出来。左右各响一声，站到最后一排听一听。").arg(devices.defaultAudioOutput.description)
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            color: root.silent || root.check.failed ? Theme.redDark : Theme.ink2
        }
    }

    Column {
        id: rows

        x: Theme.margin
        y: words.y + words.height + Theme.s4
        width: parent.width - x * 2
        spacing: Theme.s3

        Repeater {
            model: ["left", "right"]

            Item {
                id: row

                required property string modelData

                readonly property bool sounds: root.check.side === modelData
                readonly property real level: sounds ? root.check.level * Theme.loudness : 0
                readonly property real decibels: level > 0 ? 20 * Math.log10(level) : -root.quietest

                width: rows.width
                height: Theme.control

                PushButton {
                    id: key

                    objectName: "sound." + row.modelData
                    width: 300
                    icon: root.check.heard.includes(row.modelData) ? "check" : "volume-high"
                    tone: row.sounds ? "ink" : "sheet"
                    text: row.modelData === "left" ? qsTr("左边") : qsTr("右边")
                    onClicked: root.check.play(row.modelData)
                }

                Rectangle {
                    anchors.left: key.right
                    anchors.leftMargin: Theme.s4
                    anchors.right: told.left
                    anchors.rightMargin: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    height: Theme.s5
                    color: Theme.track

                    Rectangle {
                        objectName: "sound.level." + row.modelData
                        width: parent.width * Math.max(0, 1 + row.decibels / root.quietest)
                        height: parent.height
                        color: row.decibels > -3 ? Theme.red : Theme.green
                    }
                }

                Label {
                    id: told

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: 170
                    horizontalAlignment: Text.AlignRight
                    text: row.sounds && row.level > 0 ? qsTr("%1 分贝").arg(Math.round(row.decibels)) : root.check.heard.includes(row.modelData) ? qsTr("响过了") : ""
                    color: Theme.ink2
                    font.features: ({
                            "tnum": 1
                        })
                }
            }
        }
    }

    PushButton {
        id: away

        objectName: "sound.away"
        x: Theme.margin
        y: rows.y + rows.height + Theme.s4
        width: 260
        text: qsTr("收起")
        onClicked: root.closed()
    }
}
