import kiosk.design

// A button on ink ground: an outline.
PushButton {
    tone: "line"
}
