"""A telephone in front of the screen: squares read out of its pixels by somebody else's decoder."""

from __future__ import annotations

import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

from support.kiosk import Kiosk

ASLANT = 7
"""Degrees by which nobody holds a telephone straight."""


def scanned(k: Kiosk, name: str) -> str:
    """What the square of that name says, in the picture that is on the glass.

    Raises:
        AssertionError: it cannot be read, or there is more than one.
    """
    return _read(_glass(k, name))


def scanned_aslant(k: Kiosk, name: str) -> str:
    """The same from a telephone that is held aslant and sees two thirds of the pixels."""
    smooth = QTransform().rotate(ASLANT).scale(0.67, 0.67)
    return _read(_glass(k, name).transformed(smooth, Qt.TransformationMode.SmoothTransformation))


def _glass(k: Kiosk, name: str) -> QImage:
    item = k.hand.see(name)
    k.hand.settle(0.1)
    whole = k.app.window.grabWindow()  # not `item.window()`: PySide then deletes the window with the item
    place = item.mapRectToScene(item.boundingRect()).toAlignedRect()
    return whole.copy(place.adjusted(-40, -40, 40, 40))  # with what stands around it


def _read(image: QImage) -> str:
    found = zxingcpp.read_barcodes(image.convertToFormat(QImage.Format.Format_Grayscale8))
    texts = [code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode]
    assert len(texts) == 1, texts
    return texts[0]
