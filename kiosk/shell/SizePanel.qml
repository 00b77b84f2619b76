pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.state

// Text size, theme, language; on an upright screen how high the page stands. The page above is the preview and changes at once.
Tray {
    id: root

    required property Visit visit

    signal done

    readonly property bool wide: Theme.landscape
    readonly property real column: wide ? (width - Theme.margin * 2 - Theme.s5) / 2 : width - Theme.margin * 2

    objectName: "sizePanel"
    implicitHeight: wide ? 620 : 900 + Theme.s3 + high.height

    Rectangle {
        width: parent.width
        height: Theme.section
        color: Theme.ink
    }

    Song {
        id: title

        x: Theme.margin
        y: Theme.s5
        text: qsTr("字多大看着舒服？")
        font.pixelSize: Theme.h3
    }

    Label {
        anchors.left: title.right
        anchors.leftMargin: Theme.s3
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: title.baseline
        horizontalAlignment: Text.AlignRight
        elide: Text.ElideRight
        text: qsTr("碰一下，上面的字马上变")
        font.pixelSize: Theme.meta
        color: Theme.ink2
    }

    Grid {
        x: Theme.margin
        y: 132
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.s5
        rowSpacing: Theme.s4

        Row {
            spacing: Theme.s3

            Repeater {
                model: [qsTr("小"), qsTr("中"), qsTr("大"), qsTr("特大")]

                Pressable {
                    id: cell

                    required property int index
                    required property string modelData

                    objectName: "size." + index
                    width: (root.column - Theme.s3 * 3) / 4
                    height: 236
                    name: modelData
                    checked: root.visit.readSize === index
                    onClicked: root.visit.setReadSize(index)

                    Rectangle {
                        anchors.fill: parent
                        color: cell.checked ? Theme.ink : cell.down ? Theme.kraft : Theme.sheet
                        border.width: Theme.line
                        border.color: Theme.ink
                    }

                    Song {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: word.top
                        text: root.visit.lang === "en" ? "A" : "字"
                        font.pixelSize: [36, 42, 50, 60][cell.index] * 2.4
                        color: cell.checked ? Theme.overInk : Theme.ink
                        leading: 1
                    }

                    Label {
                        id: word

                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.s2
                        width: parent.width - Theme.s2
                        horizontalAlignment: Text.AlignHCenter
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 18
                        text: cell.checked ? qsTr("%1 在用").arg(cell.modelData) : cell.modelData
                        font.pixelSize: Theme.meta
                        bold: cell.checked
                        color: cell.checked ? Theme.overInk : Theme.ink
                    }
                }
            }
        }

        Column {
            spacing: Theme.s3

            Row {
                spacing: Theme.s3

                Swatch {
                    objectName: "theme.paper"
                    width: (root.column - Theme.s3) / 2
                    song: qsTr("纸")
                    note: qsTr("白天看")
                    ground: "#F3EADA"
                    words: "#1C1917"
                    checked: !root.visit.night
                    onClicked: root.visit.setNight(false)
                }

                Swatch {
                    objectName: "theme.night"
                    width: (root.column - Theme.s3) / 2
                    song: qsTr("夜")
                    note: qsTr("对比最强")
                    ground: "#000000"
                    words: "#FFFFFF"
                    checked: root.visit.night
                    onClicked: root.visit.setNight(true)
                }
            }

            Row {
                spacing: Theme.s3

                Swatch {
                    objectName: "lang.zh"
                    width: (root.column - Theme.s3) / 2
                    song: "中"
                    note: "中文"
                    ground: Theme.sheet
                    words: Theme.ink
                    checked: root.visit.lang === "zh"
                    onClicked: root.visit.setLang("zh")
                }

                Swatch {
                    objectName: "lang.en"
                    width: (root.column - Theme.s3) / 2
                    song: "En"
                    note: "English"
                    ground: Theme.sheet
                    words: Theme.ink
                    checked: root.visit.lang === "en"
                    onClicked: root.visit.setLang("en")
                }
            }

            Row {
                id: high

                visible: !root.wide
                spacing: Theme.s3

                Swatch {
                    objectName: "high"
                    width: (root.column - Theme.s3) / 2
                    song: qsTr("高")
                    note: qsTr("整块屏")
                    ground: Theme.sheet
                    words: Theme.ink
                    checked: !root.visit.low
                    onClicked: root.visit.setLow(false)
                }

                Swatch {
                    objectName: "low"
                    width: (root.column - Theme.s3) / 2
                    song: qsTr("低")
                    note: qsTr("坐着够得着")
                    ground: Theme.sheet
                    words: Theme.ink
                    checked: root.visit.low
                    onClicked: root.visit.setLow(true)
                }
            }
        }
    }

    Row {
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        spacing: Theme.s3

        PushButton {
            objectName: "size.done"
            width: (root.width - Theme.margin * 2 - Theme.s3) * 2 / 3
            tone: "red"
            text: qsTr("就这样")
            onClicked: root.done()
        }

        PushButton {
            objectName: "size.standard"
            width: (root.width - Theme.margin * 2 - Theme.s3) / 3
            text: qsTr("变回标准")
            onClicked: root.visit.standard()
        }
    }
}
