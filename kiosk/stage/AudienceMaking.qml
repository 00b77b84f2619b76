pragma ComponentBehavior: Bound

import QtQml
import QtQml.Models
import kiosk.stage

// Makes the audience's window while it is wanted.
Instantiator {
    id: root

    required property WindowMaker maker

    active: root.maker.wanted
    onObjectAdded: (_index, made) => root.maker.came(made)

    delegate: AudienceWindow {
        vm: root.maker.vm as StageViewModel
    }
}
