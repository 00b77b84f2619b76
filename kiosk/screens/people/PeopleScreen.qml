pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import kiosk.design
import kiosk.screens.people

// Everybody on one wall, by era or by trade, or year by year with their honours.
FocusScope {
    id: root

    required property PeopleViewModel vm

    readonly property bool wide: Theme.landscape
    readonly property int edge: wide ? 684 : 0
    readonly property int inset: wide ? Theme.s5 : Theme.margin
    readonly property int columns: wide ? 4 : 3
    property string topYear: ""

    objectName: "people"
    focus: true
    onColumnsChanged: vm.setColumns(columns)
    Component.onCompleted: vm.setColumns(columns)

    function lookUp(): void {
        const index = list.indexAt(list.width / 2, list.contentY + Theme.s6);
        const item = index >= 0 ? list.itemAtIndex(index) : list.itemAtIndex(0);
        if (item && item.of !== "") // qmllint disable missing-property
            topYear = item.of; // qmllint disable missing-property
    }

    function lookDown(): void {
        const index = list.indexAt(list.width / 2, list.contentY + list.height - more.height);
        if (index >= 0)
            more.rest = vm.below(index);
    }

    function glideTo(y: real): void {
        const lowest = list.originY + list.contentHeight + list.bottomMargin - list.height;
        glide.to = Math.max(list.originY - list.topMargin, Math.min(lowest, y));
        glide.restart();
    }

    Keys.onPressed: event => {
        const step = list.height * 0.8;
        const by = {
            [Qt.Key_PageDown]: step,
            [Qt.Key_PageUp]: -step,
            [Qt.Key_Down]: step / 3,
            [Qt.Key_Up]: -step / 3
        }[event.key];
        if (by !== undefined) {
            glideTo(list.contentY + by);
            event.accepted = true;
        }
    }

    PeopleWall {
        visible: root.wide
        width: root.edge
        height: root.height
        vm: root.vm
        year: root.topYear
    }

    ListView {
        id: list

        objectName: "people.list"
        x: root.edge + root.inset
        width: root.width - x - root.inset
        height: root.height - tray.height
        model: root.vm.model
        cacheBuffer: 400
        topMargin: root.wide ? Theme.s2 : 0
        bottomMargin: Theme.s4 + more.height
        boundsBehavior: Flickable.StopAtBounds
        header: root.wide ? null : wall
        onContentYChanged: {
            root.lookUp();
            root.lookDown();
        }
        onCountChanged: {
            Qt.callLater(root.lookUp);
            Qt.callLater(root.lookDown);
        }

        delegate: DelegateChooser {
            role: "type"

            DelegateChoice {
                roleValue: "head"

                GroupHead {
                    required property string heading
                    required property string of
                    required property int count

                    width: ListView.view.width
                    height: implicitHeight
                    text: heading
                    note: root.vm.order === "honours" ? qsTr("%n 人次", "", count) : qsTr("%n 位", "", count)
                }
            }

            DelegateChoice {
                roleValue: "people"

                PeopleRow {
                    required property string of

                    width: ListView.view.width
                    height: implicitHeight
                    columns: root.columns
                    onTouched: uid => root.vm.open(uid)
                }
            }

            DelegateChoice {
                roleValue: "honour"

                HonourRow {
                    required property var people
                    required property string of

                    width: ListView.view.width
                    height: implicitHeight
                    person: people[0].name
                    post: people[0].post
                    picture: people[0].thumb
                    onTouched: root.vm.open(people[0].uid)
                }
            }
        }
    }

    Component {
        id: wall

        Item {
            width: list.width
            height: Theme.handZone

            PeopleWall {
                x: -root.inset
                width: root.width
                height: parent.height
                vm: root.vm
                year: root.topYear
            }
        }
    }

    StateBlock {
        visible: root.vm.condition !== "ok"
        x: root.edge + root.inset
        y: root.wide ? 240 : Theme.handZone + Theme.s5
        width: root.width - x - root.inset
        condition: root.vm.condition === "ok" ? "empty" : root.vm.condition
        title: root.vm.condition === "loading" ? qsTr("正在取内容") : root.vm.condition === "error" ? qsTr("这一页打不开") : root.vm.order === "honours" ? qsTr("还没有写明的荣誉") : qsTr("还没有人物")
        note: root.vm.condition === "error" ? qsTr("别的都能看，它会自己修好") : ""
        action: root.vm.condition === "error" ? qsTr("再试一次") : ""
        onActed: root.vm.load()
    }

    MoreBelow {
        id: more

        property int rest: 0 // counted from the row under the band

        objectName: "people.more"
        said: root.vm.order === "honours" ? qsTr("还有 %n 人次在下面", "", rest) : qsTr("还有 %n 位在下面", "", rest)
        list: list
        x: root.edge
        y: tray.y - height
        width: root.width - x
    }

    NumberAnimation {
        id: glide

        target: list
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }

    JumpTray {
        id: tray

        x: root.edge
        y: root.height - height
        width: root.width - root.edge
        inset: root.inset
        vm: root.vm
        onJump: row => {
            glide.stop();
            list.positionViewAtIndex(row, ListView.Beginning);
        }
    }
}
