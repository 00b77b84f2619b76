import QtQuick
import kiosk.design
import kiosk.kinds.vote

// What can be done: the vote that names its number, and turning pages.
Tray {
    id: root

    required property VoteViewModel vm
    property int edge: Theme.margin

    readonly property bool given: vm.just > 0
    readonly property bool open: vm.stage === "open"
    readonly property string named: vm.entries.entry.number ?? ""
    readonly property bool ballot: open && vm.entries.total > 0
    readonly property bool voted: open && vm.entries.chosen > 0 && vm.mine.includes(vm.entries.chosen)

    color: given ? Theme.green : Theme.kraft

    Row {
        id: line

        x: root.edge
        y: Theme.s2
        width: root.width - root.edge - Theme.margin
        height: 52
        spacing: Theme.s2

        Icon {
            id: tick

            visible: root.given
            width: visible ? size : 0
            anchors.verticalCenter: parent.verticalCenter
            name: "check"
            size: 48
            color: Theme.overGreen
        }

        Label {
            id: said

            objectName: "vote.status"
            width: parent.width - tick.width - parent.spacing
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: (root.given ? qsTr("已投 %1 号一票。").arg(root.named) : "") + root.vm.status
            bold: root.given || root.vm.warned
            color: root.given ? Theme.overGreen : root.vm.warned ? Theme.redDark : Theme.ink2
            fontSizeMode: Text.Fit
            minimumPixelSize: 22
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    Row {
        id: buttons

        readonly property int small: root.vm.entries.pages > 1 ? (pager.width + spacing) : 0

        x: root.edge
        y: line.y + line.height + Theme.s2
        width: root.width - root.edge - Theme.margin
        height: Theme.control
        spacing: Theme.s3

        PushButton {
            id: main

            objectName: "vote.main"
            visible: root.ballot && !root.voted
            width: buttons.width - buttons.small - (other.visible ? other.width + buttons.spacing : 0) - (nominee.visible ? nominee.width + buttons.spacing : 0)
            height: parent.height
            tone: "red"
            enabled: root.vm.votable || root.vm.busy
            busy: root.vm.busy
            progress: 0.6
            text: root.vm.busy ? qsTr("正在记票…") : root.vm.entries.chosen > 0 ? qsTr("投 %1 号一票").arg(root.named) : qsTr("先碰一件作品")
            onClicked: root.vm.vote()
        }

        // Said, not touched.
        Rectangle {
            id: done

            objectName: "vote.given"
            visible: root.voted
            width: main.width
            height: parent.height
            color: Theme.green
            border.width: root.given ? Theme.line : 0
            border.color: Theme.overGreen

            Row {
                anchors.centerIn: parent
                spacing: Theme.s2

                Icon {
                    name: "check"
                    size: 52
                    color: Theme.overGreen
                }

                Label {
                    height: 52
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("已投 %1 号").arg(root.named)
                    font.pixelSize: Theme.button
                    bold: true
                    color: Theme.overGreen
                }
            }
        }

        PushButton {
            id: results

            objectName: "vote.results"
            visible: !root.ballot && root.vm.resultsShown && root.vm.entries.total > 0
            width: buttons.width - buttons.small - (nominee.visible ? nominee.width + buttons.spacing : 0)
            height: parent.height
            tone: "red"
            text: root.vm.stage === "after" ? qsTr("看结果") : qsTr("看票数")
            onClicked: root.vm.showWall(Theme.landscape ? 4 : 3)
        }

        PushButton {
            id: nominee

            objectName: "vote.nominate"
            // Where pages are turned there is room for one of two: before an entry is chosen this one.
            visible: root.vm.nominating && (root.vm.entries.pages === 1 || !root.ballot || root.vm.entries.chosen === 0 && root.vm.who === "")
            width: root.ballot || results.visible ? 230 : buttons.width - buttons.small
            height: parent.height
            tone: root.ballot || results.visible ? "sheet" : "red"
            text: root.ballot || results.visible ? qsTr("我来提名") : qsTr("提名一位")
            onClicked: root.vm.nomination.begin()
        }

        PushButton {
            id: other

            readonly property bool next: root.vm.who !== ""

            objectName: next ? "vote.forget" : "vote.live"
            visible: root.ballot && (root.vm.entries.pages === 1 || !nominee.visible) && (next || root.vm.resultsShown)
            width: 190
            height: parent.height
            text: next ? qsTr("换人投") : qsTr("看票数")
            onClicked: next ? root.vm.forget() : root.vm.showWall(Theme.landscape ? 4 : 3)
        }

        PushButton {
            objectName: "vote.look"
            visible: !root.ballot && !results.visible && !nominee.visible
            width: buttons.width - buttons.small
            height: parent.height
            enabled: root.vm.entries.chosen > 0
            text: root.vm.entries.chosen > 0 ? qsTr("看 %1 号").arg(root.named) : qsTr("先碰一件作品")
            onClicked: root.vm.entries.whole()
        }

        Row {
            id: pager

            visible: root.vm.entries.pages > 1
            height: parent.height
            spacing: Theme.s2

            PushButton {
                objectName: "vote.previousPage"
                width: root.ballot && (other.visible || nominee.visible) ? Theme.control : 180
                height: parent.height
                text: width > 150 ? qsTr("上一页") : ""
                icon: width > 150 ? "" : "arrow-left"
                name: qsTr("上一页")
                enabled: root.vm.entries.page > 0
                onClicked: root.vm.entries.turnPage(-1)
            }

            PushButton {
                objectName: "vote.nextPage"
                width: root.ballot && (other.visible || nominee.visible) ? Theme.control : 180
                height: parent.height
                text: width > 150 ? qsTr("下一页") : ""
                icon: width > 150 ? "" : "arrow-right"
                name: qsTr("下一页")
                enabled: root.vm.entries.page + 1 < root.vm.entries.pages
                onClicked: root.vm.entries.turnPage(1)
            }
        }
    }
}
