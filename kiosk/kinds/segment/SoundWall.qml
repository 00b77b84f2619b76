import QtQuick
import kiosk.design
import kiosk.kinds.segment

// What a programme without pictures looks like: its poster, hard-cropped, and the sentence being spoken, big.
Item {
    id: root

    required property SegmentViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property string sentence: vm.speech.captionsOn && vm.speech.hasCaptions ? vm.speech.caption || vm.speech.captionBefore : vm.title
    readonly property int room: ground.width - (wide ? Theme.s5 : Theme.margin) - Theme.s5
    // No line may end by width alone: as the caption is broken, else at every pause; a sentence too long for both runs on.
    readonly property bool han: /[\u3400-\u9fff]/.test(sentence)
    readonly property string joined: han ? sentence.replace(/\n/g, "") : sentence
    readonly property string parted: han ? joined.replace(/([，。、；：？！]”?)(?=.)/g, "$1\n") : sentence
    readonly property string words: sizeFor(sentence) >= Theme.h2 ? sentence : sizeFor(parted) >= Theme.h2 && parted.split("\n").length <= 5 ? parted : joined

    function sizeFor(text: string): int {
        return Math.floor(room / Math.max(...text.split("\n").map(line => root.ems(line))));
    }

    function ems(line: string): real {
        let sum = 0.1;
        for (const letter of line)
            sum += letter.charCodeAt(0) < 0x2000 ? 0.6 : 1;
        return sum;
    }

    ArtFrame {
        id: art

        width: root.wide ? Math.round(root.width * 0.4) : root.width
        height: root.wide ? root.height : Math.round(root.height * 0.46)
        source: root.vm.poster
        alt: root.vm.posterAlt
        fallback: root.vm.title.charAt(0)
        focusY: 40
    }

    Rectangle {
        id: ground

        x: root.wide ? art.width : 0
        y: root.wide ? 0 : art.height
        width: root.width - x
        height: root.height - y
        color: Theme.ink

        Song {
            objectName: "segment.sentence"
            x: root.wide ? Theme.s5 : Theme.margin
            y: Theme.s5
            width: ground.width - x - Theme.s5
            height: ground.height - y - Theme.s6
            verticalAlignment: root.wide ? Text.AlignVCenter : Text.AlignTop
            text: root.words
            color: Theme.overInk
            font.pixelSize: Math.max(Theme.h2, Math.min(root.sizeFor(root.words), Theme.door))
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.button
            leading: 1.36
            wrapMode: Text.Wrap
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.s2
            color: Theme.overInkTrack
        }

        Rectangle {
            objectName: "segment.progress"
            anchors.bottom: parent.bottom
            width: root.vm.duration > 0 ? parent.width * Math.min(1, root.vm.position / root.vm.duration) : 0
            height: Theme.s2
            color: Theme.goldOnInk
        }
    }
}
