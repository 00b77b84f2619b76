import QtQuick
import kiosk.design
import kiosk.kinds.lesson

// One step to be learnt: what to remember in large type, the rest at the reader's size.
Item {
    id: root

    required property LessonViewModel vm

    readonly property bool han: /[\u3400-\u9fff]/.test(vm.step.key)
    readonly property int keySize: [Theme.h2, Theme.h3, Theme.option, Theme.button].find(s => root.rows(s) <= (s > Theme.option ? 2 : 3)) ?? Theme.label
    readonly property bool offered: vm.step.film !== "" || vm.step.segment.uid !== undefined
    readonly property string forward: {
        if (vm.step.hasQuestion)
            return vm.step.passed ? qsTr("看刚才那道题") : qsTr("停一停，考一题");
        return vm.step.nextWord ? qsTr("看懂了，下一步：%1").arg(vm.step.nextWord) : qsTr("看懂了，去领证书");
    }

    function rows(size: int): int {
        let n = 0;
        for (const line of root.vm.step.key.split("\n"))
            n += Math.max(1, Math.ceil(line.length * size * (root.han ? 1 : 0.53) / root.width));
        return n;
    }

    objectName: "lesson.learn"

    StepCells {
        id: cells

        width: root.width
        vm: root.vm
    }

    Label {
        id: where

        objectName: "lesson.progress"
        y: cells.height + Theme.s3
        width: root.width
        text: root.vm.minutesLeft > 0 ? qsTr("第 %1 步，共 %2 步，还有 %3 分钟").arg(root.vm.at + 1).arg(root.vm.total).arg(root.vm.minutesLeft) : qsTr("第 %1 步，共 %2 步，都学完了").arg(root.vm.at + 1).arg(root.vm.total)
        color: Theme.ink2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Song {
        id: key

        objectName: "lesson.key"
        y: where.y + where.height + Theme.s2
        width: root.width
        text: root.vm.step.key
        font.pixelSize: root.keySize
        wrapMode: Text.Wrap
        leading: 1.36
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    ReadArea {
        objectName: "lesson.text"
        y: key.y + key.height + Theme.s3
        width: root.width
        height: (root.offered ? offers.y : go.y) - y - Theme.s3
        paragraphs: root.vm.step.more
    }

    Row {
        id: offers

        visible: root.offered
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.s3
        spacing: Theme.s3

        readonly property bool both: root.vm.step.film !== "" && root.vm.step.segment.uid !== undefined
        readonly property real cell: both ? (root.width - spacing) / 2 : root.width

        PushButton {
            objectName: "lesson.film.toggle"
            visible: root.vm.step.film !== ""
            width: offers.cell
            icon: root.vm.step.filmOn ? "close" : "play"
            text: root.vm.step.filmOn ? qsTr("收起短片") : qsTr("看短片：%1").arg(root.vm.step.film)
            onClicked: root.vm.step.playFilm(!root.vm.step.filmOn)
        }

        PushButton {
            objectName: "lesson.segment"
            visible: root.vm.step.segment.uid !== undefined
            width: offers.cell
            icon: "play"
            text: root.vm.step.segment.label ?? ""
            onClicked: root.vm.open(root.vm.step.segment.uid)
        }
    }

    PushButton {
        id: go

        objectName: "lesson.forward"
        anchors.bottom: parent.bottom
        width: root.width
        tone: "red"
        text: root.forward
        onClicked: root.vm.forward()
    }
}
