import QtQuick
import kiosk.design
import kiosk.kinds.story

ReadText {
    required property var block

    html: block.html
    sentences: block.sentences
    // Chinese paragraphs begin two ems in; Latin ones do not.
    indent: /[\u3400-\u9fff]/.test(block.html) ? Theme.read * 2 : 0
    align: indent > 0 ? "justify" : "left"
    bottomPadding: indent > 0 ? 0 : Theme.s3
}
