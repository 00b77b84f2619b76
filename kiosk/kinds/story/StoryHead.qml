pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.story

// What stands above the text: poster (portrait only), title, who it is about.
Item {
    id: root

    required property StoryViewModel vm
    property int inset: 0
    property bool art: true
    property int tagRoom: 0 // kept free for the hanging tag at the right

    height: words.y + words.height

    ArtFrame {
        id: poster

        visible: root.art
        x: -root.inset
        width: root.width + root.inset * 2
        height: visible ? Theme.handZone + 40 : 0
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.title.charAt(0)
        focusY: 34
    }

    Column {
        id: words

        y: root.art ? poster.height + Theme.s4 : Theme.s3
        width: root.width
        spacing: 0

        Song {
            readonly property real length: /[\u3400-\u9fff]/.test(text) ? text.length : text.length * 0.55 // in characters as wide as they are high
            readonly property bool several: length * Theme.h3 > width // lines

            width: parent.width - root.tagRoom
            text: root.vm.title
            font.pixelSize: several ? (length * Theme.h2 < width * 1.9 ? Theme.h2 : Theme.h3) : root.art ? Theme.h1 : Theme.display * 0.84
            fontSizeMode: several ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.h3
            maximumLineCount: 3
            wrapMode: several ? Text.Wrap : Text.NoWrap
            elide: Text.ElideRight
        }

        Label {
            width: parent.width - root.tagRoom
            topPadding: Theme.s1
            bottomPadding: Theme.s3
            text: root.vm.subtitle
            color: Theme.ink2
            wrapMode: Text.Wrap
        }

        Rectangle {
            width: parent.width - root.tagRoom
            height: Theme.section
            color: Theme.ink
        }

        PersonCard {
            width: parent.width - root.tagRoom
            person: root.vm.person
            numeral: root.vm.numeral
            said: root.vm.title + root.vm.subtitle
        }

        Item {
            width: 1
            height: Theme.s2
        }
    }
}
