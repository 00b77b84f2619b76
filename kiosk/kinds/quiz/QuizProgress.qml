import QtQuick
import kiosk.design

// Where we are in the round, in bars and in words.
Column {
    id: root

    required property int count
    required property int now
    property string note: ""
    property bool bars: true
    property bool words: true

    spacing: Theme.s2

    Steps {
        visible: root.bars
        width: root.width
        count: root.count
        now: root.now
    }

    Label {
        objectName: "quiz.progress"
        visible: root.words
        width: root.width
        text: root.note ? qsTr("第 %1 题，共 %2 题　%3").arg(root.now + 1).arg(root.count).arg(root.note) : qsTr("第 %1 题，共 %2 题").arg(root.now + 1).arg(root.count)
        color: Theme.ink2
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
    }
}
