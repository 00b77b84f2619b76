import QtQuick
import kiosk.design
import kiosk.kinds.lecture

// The lecture as its first slide: tag, title, who speaks, and the art behind a line of paper; the plan as one bar at the foot.
Item {
    id: root

    required property LectureViewModel vm

    readonly property bool art: vm.poster.toString() !== ""
    readonly property int split: art ? Math.round(width * (Theme.landscape ? 0.6 : 0.58)) : width
    readonly property int room: split - Theme.margin - Theme.s4
    readonly property int tall: foot.y - words.y - (Theme.landscape ? Theme.s8 : Theme.s6) // what is left for the title above who speaks
    readonly property int lines: vm.display.split("\n").length
    // Titles break where their author broke them; without breaks a long one begins smaller.
    readonly property int longest: Math.max(...vm.display.split("\n").map(line => line.length)) * (vm.han ? 1 : 0.66)
    readonly property int size: [...(Theme.landscape ? [Theme.display] : []), Theme.h1, Theme.question, Theme.h2, Theme.h3].find(s => lines > 1 ? longest * s <= room && lines * s * 1.2 <= tall : longest * s <= room * (s * 2.4 <= tall && s < Theme.display ? 2 : 1)) ?? 44

    Rectangle {
        visible: root.art
        x: root.split
        width: Theme.strip
        height: foot.y
        color: Theme.ink
    }

    ArtFrame {
        visible: root.art
        x: root.split + Theme.strip
        width: root.width - x
        height: foot.y
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.display.charAt(0)
    }

    HangingTag {
        id: tag

        x: Theme.margin
        text: root.vm.tag
        Component.onCompleted: drop()
    }

    Label {
        anchors.left: tag.right
        anchors.leftMargin: Theme.s4
        y: Theme.s5
        width: root.split - x - Theme.s3
        text: root.vm.occasion
        color: Theme.ink2
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    Column {
        id: words

        x: Theme.margin
        y: tag.height + (Theme.landscape ? Theme.s5 : Theme.s2)
        width: root.room
        spacing: Theme.s2

        Song {
            objectName: "lecture.title"
            width: parent.width
            text: root.vm.display
            font.pixelSize: root.size
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            leading: 1.2
            Accessible.role: Accessible.Heading
            Accessible.name: root.vm.title
        }

        Label {
            objectName: "lecture.who"
            width: parent.width
            text: Theme.landscape ? root.vm.who.join("\n") : root.vm.who.join(Theme.latin ? ", " : "，")
            bold: true
            wrapMode: Text.Wrap
            maximumLineCount: Theme.landscape ? 2 : 1
            fontSizeMode: Theme.landscape ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: 24
            elide: Text.ElideRight
        }

        Label {
            readonly property int spare: foot.y - words.y - y - Theme.s2

            visible: text !== "" && spare >= Theme.s5
            width: parent.width
            height: Math.min(implicitHeight, Math.max(Theme.s5, spare))
            text: Theme.landscape ? [root.vm.subtitle, root.vm.about].filter(t => t !== "").join("\n") : root.vm.subtitle
            font.pixelSize: Theme.meta
            color: Theme.ink2
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            lineHeight: 1.3
        }
    }

    PlanBar {
        id: foot

        y: root.height - height - (Theme.landscape ? Theme.s5 : Theme.s3)
        width: root.width
        vm: root.vm
    }
}
