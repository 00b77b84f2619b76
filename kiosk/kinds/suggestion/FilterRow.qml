pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.kinds.suggestion

// Topics to filter the list by. When they are wider than their place, a chip at the end shows the next of them.
Item {
    id: root

    required property SuggestionViewModel vm

    readonly property bool long: strip.width > width

    visible: vm.board.filters.length > 0
    height: Theme.chip

    Flickable {
        id: line

        width: root.width - (root.long ? next.width + Theme.s2 : 0)
        height: parent.height
        contentWidth: strip.width
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Row {
            id: strip

            spacing: Theme.s2

            Repeater {
                model: root.vm.board.filters

                Chip {
                    required property var modelData

                    objectName: "suggestion.topic." + modelData.key
                    text: modelData.name
                    checked: modelData.on
                    count: modelData.count
                    onClicked: root.vm.board.filter(modelData.key)
                }
            }
        }
    }

    Chip {
        id: next

        objectName: "suggestion.topics.next"
        visible: root.long
        anchors.right: parent.right
        icon: line.atXEnd ? "arrow-left" : "arrow-right"
        name: qsTr("别的类别")
        onClicked: {
            glide.to = line.atXEnd ? 0 : Math.min(line.contentX + line.width * 0.8, line.contentWidth - line.width);
            glide.restart();
        }
    }

    NumberAnimation {
        id: glide

        target: line
        property: "contentX"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }
}
