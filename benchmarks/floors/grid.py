"""Floor: a Qt Quick window with a grid of 24 pictures read straight from SQLite, no product code.

`grid.py catalog.db [--stay]` prints `painted` at the first frame with all pictures.
"""

import sqlite3
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

QML = b"""
import QtQuick
Window {
    id: root
    property var cards: []
    property int ready: 0
    width: 1920; height: 1080; visible: true; color: "#F3EADA"
    GridView {
        anchors.fill: parent; cellWidth: 320; cellHeight: 270; model: root.cards
        delegate: Item {
            required property var modelData
            width: 320; height: 270
            Image {
                x: 48; width: 224; height: 224; asynchronous: true
                source: "file://" + parent.modelData[1]
                onStatusChanged: if (status === Image.Ready) root.ready++
            }
            Text { y: 228; x: 48; text: parent.modelData[0]; font.pixelSize: 32 }
        }
    }
}
"""

app = QGuiApplication(sys.argv)
rows = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(
    "SELECT name, square FROM item WHERE lang='zh' AND kind='story' ORDER BY place LIMIT 24"
)
engine = QQmlApplicationEngine()
engine.setInitialProperties({"cards": [list(row) for row in rows]})
engine.loadData(QML, QUrl("file:///grid.qml"))


def painted() -> None:
    """Say so once all pictures are in a frame, and end unless asked to stay."""
    if window.property("ready") < 24:
        return
    print("painted", flush=True)
    window.frameSwapped.disconnect(painted)
    if "--stay" not in sys.argv:
        app.exit(0)


window = engine.rootObjects()[0]
window.frameSwapped.connect(painted)
app.exec()
