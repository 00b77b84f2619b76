import QtQuick
import kiosk.design
import kiosk.kinds.story

ReadText {
    required property var block

    html: block.text
    sentences: block.sentences
    font.family: Theme.song
    font.weight: Font.Bold
    font.pixelSize: block.level <= 2 ? Theme.h2 : Theme.h3
    leading: 1.3
    align: "left"
    color: Theme.ink
    topPadding: Theme.s5
    bottomPadding: Theme.s2
}
