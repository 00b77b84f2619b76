"""Makes a window whose slide warns while Qt's loader thread compiles it; a process of its own, as it may hang.

`slow_compiler.py FOLDER`: prints what the message handler heard, then `made`.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from kiosk.stage.maker import WindowMaker

MAKING = """
import QtQml
import QtQml.Models
import QtQuick
Instantiator {
    id: root
    required property QtObject maker
    active: maker.wanted
    onObjectAdded: (_index, made) => root.maker.came(made)
    delegate: Window { Loader { source: "Slide.qml" } }
}
"""
SLIDE = "import QtQuick\nItem { property int visible: 3 }\n"


def say(*words: str) -> None:
    """A line, at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def heard(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Says which thread a message came from; in Python, as a handler of anybody may be."""
    own = threading.current_thread() is threading.main_thread()
    say("own" if own else "other", message)


def main(folder: Path) -> None:
    """Make it and drop it."""
    faulthandler.dump_traceback_later(20, exit=True)
    (folder / "Slide.qml").write_text(SLIDE, "utf-8")
    (folder / "Making.qml").write_text(MAKING, "utf-8")
    app = QGuiApplication([])
    qInstallMessageHandler(heard)
    engine = QQmlEngine()
    maker = WindowMaker(engine, QObject(), making=folder / "Making.qml")
    window = maker.make()
    say("made", window.metaObject().className())
    maker.close()
    app.processEvents()


main(Path(sys.argv[1]))
