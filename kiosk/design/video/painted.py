"""The painted picture of a machine without a GPU. Importing this imports QtMultimedia.

The sink is made by QML, see `MediaDeck.qml`.

For the software renderer only: with the threaded GL loop a Python `paint` runs on the render thread, where
`QQuickWindow.grabWindow()` from Python deadlocks with it.
"""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.design.video.colour import is_bt709, to_bt709
from kiosk.design.video.fit import Pace, letterbox

QML_IMPORT_NAME = "kiosk.design.video"
QML_IMPORT_MAJOR_VERSION = 1


class _Kept:
    """The newest frame, and the picture made of the one before."""

    def __init__(self) -> None:
        self.frame = QVideoFrame()
        self.image = QImage()

    def forget(self) -> None:
        """The item is gone."""
        self.frame = QVideoFrame()
        self.image = QImage()


@QmlElement
class PaintedVideo(QQuickPaintedItem):
    """Paints the newest frame of its `sink`, letter-boxed. Keeps the last one; leaves frames out when it falls behind."""

    groundChanged = Signal()
    sinkChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setOpaquePainting(True)
        self._sink: QVideoSink | None = None
        self._ground = QColor("black")
        self._kept = kept = _Kept()
        # PySide 6.11 never lets go of the Python half of an item that QML made: it must not keep a picture of 4 MB.
        self.destroyed.connect(lambda: kept.forget())  # noqa: PLW0108  a bound method would be held weakly
        self._pace = Pace()
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.update)

    def _get_ground(self) -> QColor:
        return self._ground

    def _set_ground(self, colour: QColor) -> None:
        self._ground = colour
        self.update()
        self.groundChanged.emit()

    ground = Property(QColor, _get_ground, _set_ground, notify=groundChanged)

    def _get_sink(self) -> QObject | None:
        return self._sink

    def _set_sink(self, sink: QObject | None) -> None:
        if not isinstance(sink, QVideoSink) or self._sink is not None:
            raise TypeError("a painted video takes one sink, once")
        self._sink = sink
        sink.videoFrameChanged.connect(self._take)
        self.sinkChanged.emit()

    sink = Property(QObject, _get_sink, _set_sink, notify=sinkChanged)

    @Slot(QVideoFrame)
    def _take(self, frame: QVideoFrame) -> None:
        if not frame.isValid():  # the end of the film: hold the last frame
            return
        self._kept.frame = frame
        wait = self._pace.wait(time.monotonic())
        if wait == 0.0:
            self.update()
        elif not self._late.isActive():
            self._late.start(int(wait * 1000) + 1)

    def paint(self, painter: QPainter) -> None:
        """Called by Qt on the GUI thread (the software renderer has no other)."""
        began = time.monotonic()
        kept = self._kept
        if kept.frame.isValid():
            image = _picture(kept.frame)
            kept.frame = QVideoFrame()
            if not image.isNull():
                kept.image = image
        width, height = self.width(), self.height()
        painter.fillRect(QRectF(0, 0, width, height), self._ground)
        if not kept.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            ratio = kept.image.width() / kept.image.height()
            painter.drawImage(QRectF(*letterbox(width, height, ratio)), kept.image)
        self._pace = self._pace.painted(began, time.monotonic())


def _picture(frame: QVideoFrame) -> QImage:
    """A frame in its right colours."""
    image = frame.toImage()
    if image.isNull() or not is_bt709(frame.surfaceFormat()):
        return image
    # A film is opaque, and without alpha the transform takes half the time.
    if not image.reinterpretAsFormat(QImage.Format.Format_RGB32):
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    image.applyColorTransform(to_bt709())
    return image
