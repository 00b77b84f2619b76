pragma ComponentBehavior: Bound

import QtQuick
import kiosk.design
import kiosk.screens.admin.parts
import kiosk.screens.admin.settings

// The settings: what the chosen one means on the wall, its control in the tray.
Item {
    id: root

    required property SettingsViewModel vm

    objectName: "settings"

    DeskScreen {
        anchors.fill: parent
        vm: root.vm
        editor: root.vm.control === "step" ? step : root.vm.control === "choice" ? choice : null
    }

    Component {
        id: step

        StepCell {
            shown: root.vm.draftText
            less: !root.vm.atLeast
            more: !root.vm.atMost
            onStepped: by => root.vm.step(by)
        }
    }

    Component {
        id: choice

        Flow {
            spacing: Theme.s2

            Repeater {
                model: root.vm.options

                Chip {
                    required property var modelData

                    objectName: "settings.option." + modelData.key
                    text: modelData.text
                    checked: modelData.key === root.vm.draft
                    onClicked: root.vm.choose(modelData.key)
                }
            }
        }
    }
}
