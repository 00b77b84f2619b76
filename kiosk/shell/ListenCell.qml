import QtQuick
import kiosk.shell
import kiosk.sdk

// The listening cell: reads this page, shows what is being read, goes on with it.
NavCell {
    id: root

    required property Shell shell
    required property Narrator narrator

    readonly property bool mine: root.shell.page !== null && root.narrator.uid !== "" && root.narrator.uid === root.shell.pageUid
    readonly property int sentence: Math.max(1, narrator.sentence + 1)
    readonly property string place: width < 400 ? qsTr("第 %1 句").arg(sentence) : qsTr("第 %1 句，共 %2 句").arg(sentence).arg(narrator.count)
    readonly property bool offers: root.shell.canListen && !mine

    enabled: offers || narrator.uid !== ""
    icon: offers ? "volume-high" : narrator.uid === "" ? "volume-high" : narrator.playing ? "pause" : "play"
    over: offers || narrator.uid === "" ? "" : narrator.playing ? qsTr("正在读") : qsTr("接着听")
    text: offers ? qsTr("听本页") : narrator.uid === "" ? qsTr("本页没有朗读") : mine ? place : narrator.title
    onClicked: shell.listen()
    onHeld: shell.showReading()
}
