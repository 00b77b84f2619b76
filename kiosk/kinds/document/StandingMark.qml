import QtQuick
import kiosk.design

// In force or not, in a word; always the same size, so that it is found at a glance.
StatusChip {
    property var mark: ({})

    width: Math.max(300, implicitWidth)
    height: 84
    tone: mark.tone ?? ""
    icon: mark.icon ?? ""
    text: mark.text ?? ""
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
