import QtQuick
import QtQuick.VirtualKeyboard.Styles
import kiosk.design
import kiosk.shell.keyboard

// How every key looks: a flat face that turns to ink while it is pressed. Nothing pops up.
KeyPanel {
    id: root

    property string tone: "sheet" // "sheet" | "function" | "red"
    property string icon: ""
    property int pixelSize: Bed.letter
    property bool bold: false
    property string words: control?.displayText ?? ""

    readonly property bool down: control?.pressed ?? false
    readonly property bool usable: control?.enabled ?? true
    readonly property color ground: tone === "red" ? (down ? Theme.redDark : Theme.red) : down ? Theme.ink : tone === "function" ? Theme.keyFunction : Theme.sheet
    readonly property color over: tone === "red" ? Theme.overRed : down ? Theme.overInk : usable ? Theme.ink : Theme.off
    default property alias content: face.data

    Rectangle {
        id: face

        x: Bed.gapX / 2
        y: Bed.gapY / 2
        width: root.width - Bed.gapX
        height: root.height - Bed.gapY
        color: root.ground
        border.width: Theme.night && root.tone !== "red" ? Theme.line : 0
        border.color: Theme.ink

        Label {
            visible: root.icon === ""
            anchors.centerIn: parent
            anchors.verticalCenterOffset: root.tone === "red" && root.down ? 3 : 0
            width: Math.min(implicitWidth, parent.width - Theme.s2)
            text: root.words
            font.pixelSize: root.pixelSize
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            bold: root.bold
            color: root.over
        }

        Icon {
            visible: root.icon !== ""
            anchors.centerIn: parent
            name: root.icon
            size: Bed.glyph
            color: root.over
        }
    }
}
