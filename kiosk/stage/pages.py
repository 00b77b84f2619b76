"""PDF pages as pictures: drawn on a lane at the screen's resolution, the neighbours ahead, few of them kept.

QML asks the provider with `image://lecture-page/<key>`; it only ever hands out what is there. The provider is called on the
GUI thread, because its pictures are loaded synchronously: nothing of Python runs on Qt's loader or render threads.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider
from shiboken6 import isValid

from kiosk.core.errors import KioskError
from kiosk.jobs import Err, Lanes, Result

PROVIDER = "lecture-page"
MOST = 6
"""Pictures kept: 8 MB each at 1920 x 1080."""


@dataclass(frozen=True, slots=True)
class PageKey:
    """One page in one size.

    Args:
        file: where it lies.
        name: what the speaker knows it by.
    """

    file: str
    page: int
    width: int
    height: int
    name: str = ""


class PageProvider(QQuickImageProvider):
    """Hands pictures to QML."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.images: OrderedDict[str, QImage] = OrderedDict()

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """See Qt. `name` is what `Pages.url` made."""
        return self.images.get(name, QImage(1, 1, QImage.Format.Format_RGB32))


class Pages(QObject):
    """Draws pages ahead of time.

    Args:
        lanes: drawing is done on the `io` lane, one page at a time, the one wanted first.
    """

    drawn = Signal(str)
    """A page is there; its name."""

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.provider = PageProvider()
        self.broken: dict[str, KioskError] = {}
        self._names: dict[PageKey, str] = {}
        self._wanted: list[PageKey] = []
        self._busy = False

    def want(self, keys: Iterable[PageKey]) -> None:
        """What is needed now, most urgent first; what was wanted before and is not any more is left out."""
        self._wanted = list(dict.fromkeys(keys))
        for key in reversed(self._wanted):
            name = self.name(key)
            if name in self.provider.images:
                self.provider.images.move_to_end(name)
        self._next()

    def name(self, key: PageKey) -> str:
        """The part of the address after the provider."""
        return self._names.setdefault(key, str(len(self._names)))

    def url(self, key: PageKey) -> str:
        """Address for QML; empty until the page is drawn."""
        name = self.name(key)
        return f"image://{PROVIDER}/{name}" if name in self.provider.images else ""

    def fault(self, key: PageKey) -> KioskError | None:
        """Why it cannot be drawn; None when it can, or was not tried yet."""
        return self.broken.get(self.name(key))

    def clear(self) -> None:
        """Forget everything."""
        self._wanted = []
        self.provider.images.clear()

    def _next(self) -> None:
        if self._busy:
            return
        for key in self._wanted[:MOST]:
            name = self.name(key)
            if name not in self.provider.images and name not in self.broken:
                self._busy = True
                self.lanes.run("io", lambda key=key: _draw(key), lambda result, name=name: self._done(name, result))  # type: ignore[misc]
                return

    def _done(self, name: str, result: Result[QImage]) -> None:
        if not isValid(self):
            return  # the lecture is over
        self._busy = False
        if isinstance(result, Err):
            self.broken[name] = result.error
        else:
            images = self.provider.images
            images[name] = result.value
            while len(images) > MOST:
                images.popitem(last=False)
        self.drawn.emit(name)
        self._next()


def _draw(key: PageKey) -> QImage:
    from kiosk.authoring.pdf import render

    data, width, height = render(Path(key.file), key.page, key.width, key.height, key.name)
    # BGRA in memory is Qt's RGB32; `copy` because the picture does not own the bytes.
    return QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
