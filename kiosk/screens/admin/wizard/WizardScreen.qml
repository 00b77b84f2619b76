import QtQuick
import kiosk.design
import kiosk.screens.admin.parts
import kiosk.screens.admin.wizard

// The first set-up: how far we are stands under the question.
Item {
    id: root

    required property WizardViewModel vm

    objectName: "wizard"

    DeskScreen {
        anchors.fill: parent
        vm: root.vm
        tag: qsTr("开张")
    }

    Steps {
        objectName: "wizard.steps"
        x: Theme.margin
        y: 242
        width: (Theme.landscape ? 876 - Theme.margin - Theme.s4 : root.width - Theme.margin * 2)
        count: root.vm.count
        now: root.vm.number
    }
}
