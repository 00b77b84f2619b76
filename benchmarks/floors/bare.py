"""Floor: the least Qt Quick program, a window with one text. Prints `painted` at its first frame."""

import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

QML = b"""
import QtQuick
Window {
    width: 1920; height: 1080; visible: true; color: "#F3EADA"
    Text { anchors.centerIn: parent; text: "\xe5\x85\x88\xe9\x94\x8b\xe5\xb1\x8f"; font.pixelSize: 96 }
}
"""

app = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.loadData(QML, QUrl("file:///bare.qml"))


def painted() -> None:
    """Say so once, and end unless asked to stay."""
    print("painted", flush=True)
    window.frameSwapped.disconnect(painted)
    if "--stay" not in sys.argv:
        app.exit(0)


window = engine.rootObjects()[0]
window.frameSwapped.connect(painted)
app.exec()
