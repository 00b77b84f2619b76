import QtQuick
import kiosk.design

// Where the next character goes: a red stroke that stands still.
Rectangle {
    property bool shown: true

    width: Theme.edge
    visible: shown
    color: Theme.red
}
