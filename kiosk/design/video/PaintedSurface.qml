import QtQuick
import kiosk.design
import kiosk.design.video

// Without a GPU. `kiosk.design.video.painted` must have been imported.
PaintedVideo {
    ground: Theme.artInk
}
