import QtQuick
import QtQuick.VirtualKeyboard.Components

// One letter, figure or mark. Letters stay lower case: what is typed is looked up, not printed.
Key {
    objectName: "key." + text
    noModifier: true
    showPreview: false
}
