"""A kiosk with a small catalog of its own, its window, and a finger."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, QThread
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import App
from kiosk.catalog.build import build
from kiosk.core.codec import encode
from kiosk.core.item import Cover, Header, ItemDocument
from kiosk.kinds import discover

PACK = "people"


@dataclass(frozen=True)
class Person:
    """One story of the catalog."""

    id: str
    name: str
    pinyin: str
    initials: str
    trade: str = "oil"
    era: str = "founding"


PEOPLE = (
    Person("wang-jinxi", "王进喜", "wangjinxi", "wjx"),
    Person("wang-shunyou", "王顺友", "wangshunyou", "wsy", "post", "reform"),
    Person("meng-tai", "孟泰", "mengtai", "mt", "steel"),
    Person("gonghui", "工会门口的灯", "gonghuimenkoudedeng", "ghmkdd", "post", "newera"),
)
CROWD = tuple(Person(f"li-{n:02}", f"李{n:02}号", f"lihao{n:02}", "lh") for n in range(60))


@dataclass(frozen=True)
class Blob:
    """A file of a pack."""

    sha256: str


@dataclass
class Pack:
    """A live pack, as the store gives it."""

    pack: str
    files: dict[str, Blob] = field(default_factory=dict)


def write_catalog(folder: Path, people: tuple[Person, ...], pictures: dict[str, Path] | None = None) -> None:
    """Build `folder/catalog` from one pack of these people."""
    blobs = folder / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    pack = Pack(PACK)

    def put(path: str, raw: bytes) -> None:
        digest = hashlib.sha256(raw).hexdigest()
        (blobs / digest).write_bytes(raw)
        pack.files[path] = Blob(digest)

    def put_json(path: str, value: Any) -> None:
        put(path, json.dumps(value, ensure_ascii=False).encode())

    put_json(
        "pack.json",
        {
            "trades": {
                "oil": {"zh": "石油", "en": "Oil"},
                "post": {"zh": "邮政", "en": "Post"},
                "steel": {"zh": "钢铁", "en": "Steel"},
            }
        },
    )
    image = QImage(296, 296, QImage.Format.Format_RGB32)
    image.fill(QColor("#26424F"))
    square = folder / "square.png"
    image.save(str(square))
    for place, person in enumerate(people):
        base = f"items/{person.id}"
        thumb = (pictures or {}).get(person.id, square).read_bytes()
        for name in ("poster", "square", "thumb"):
            put(f"{base}/{name}.png", thumb)
        cover = Cover(f"{base}/poster.png", f"{base}/square.png", f"{base}/thumb.png", "图")
        header = Header(
            title=person.name, display=person.name, name=person.name, line=person.name, trade=person.trade,
            era=person.era, order=place, cover=cover, pinyin=person.pinyin, initials=person.initials,
        )  # type: ignore[arg-type]  # fmt: skip
        document = ItemDocument(1, "story", 1, person.id, "zh", header, {}, f"{person.name}的故事")
        put_json(f"{base}/item.zh.json", encode(document) | {"content": STORY})
    build([pack], lambda digest: blobs / digest, discover(), folder / "catalog", 1)


STORY: dict[str, Any] = {"person": {"name": "一个人"}, "blocks": []}


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything drawn inside it; delegates are no QObject children."""
    yield root
    for child in root.childItems():
        yield from items(child)


class Hall:
    """The real window of a running kiosk, touched from outside."""

    def __init__(self, app: App, window: QQuickWindow, finger: QPointingDevice) -> None:
        self.app = app
        self.window = window
        self._finger = finger

    def wait(self, done: Callable[[], object], seconds: float = 10) -> None:
        """Let the kiosk work until something is so."""
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, (
                f"in vain: {self.said('search.query')!r} {self.said('search.count')!r} {self.names('result.')} {self.app.shell.page.name}"
            )
            self.app.qt.processEvents()
            QThread.msleep(2)

    def find(self, name: str) -> QQuickItem | None:
        """The visible item of that name."""
        return next((i for i in items(self.window.contentItem()) if i.objectName() == name and i.isVisible()), None)

    def names(self, prefix: str) -> list[str]:
        """Names of what is in sight."""
        return [
            n for i in items(self.window.contentItem()) if (n := i.objectName()).startswith(prefix) and i.isVisible()
        ]

    def place(self, name: str) -> QRectF:
        """Where an item is, in window pixels."""
        item = self.find(name)
        assert item is not None, f"{name} is not in sight"
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def settled(self, name: str) -> QRectF:
        """Where an item is once two frames agree: what has just been made is laid out with the next frame."""
        seen = self.place(name)
        while seen != (now := self._next_frame(name)):
            seen = now
        return now

    def _next_frame(self, name: str) -> QRectF:
        drawn: list[bool] = []
        self.window.frameSwapped.connect(lambda: drawn.append(True), Qt.ConnectionType.SingleShotConnection)
        self.window.update()
        self.wait(lambda: drawn)
        return self.place(name)

    def said(self, name: str) -> str:
        """The text of an item in sight; empty when it is not."""
        item = self.find(name)
        return str(item.property("text")) if item else ""

    def tap(self, name: str) -> None:
        """One touch in the middle of an item."""
        point = self.settled(name).center().toPoint()
        QTest.touchEvent(self.window, self._finger).press(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, point, self.window).commit()

    def swipe(self, start: QPoint, end: QPoint, steps: int = 12) -> None:
        """A finger drawn over the glass."""
        QTest.touchEvent(self.window, self._finger).press(0, start, self.window).commit()
        for n in range(1, steps + 1):
            QTest.qWait(8)
            point = start + (end - start) * n / steps
            QTest.touchEvent(self.window, self._finger).move(0, point, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, end, self.window).commit()

    def type(self, letters: str) -> None:
        """Touch the keys of these letters."""
        for letter in letters:
            self.tap(f"key.{letter}")

    def search(self, letters: str) -> None:
        """Type and wait for the answer."""
        self.type(letters)
        self.wait(lambda: self.app.shell.page.vm.words == letters)

    def candidates(self) -> list[str]:
        """What the input method offers, as far as it is in sight."""
        found = [
            i for i in items(self.window.contentItem()) if i.objectName().startswith("candidate.") and i.isEnabled()
        ]
        return [str(i.property("display")) for i in sorted(found, key=lambda i: i.x())]

    def choose(self, word: str) -> None:
        """Touch a candidate, turning the pages of candidates as far as needed."""
        self.wait(self.candidates)
        for _ in range(40):
            if word in self.candidates():
                break
            self.tap("candidates.more")
        item = next(
            i
            for i in items(self.window.contentItem())
            if i.objectName().startswith("candidate.") and i.isEnabled() and i.property("display") == word
        )
        self.tap(item.objectName())

    def open_search(self) -> None:
        """Go to the search page and wait for its keys."""
        self.app.shell.openSearch()
        self.wait(lambda: self.find("key.w") and self.find("search.field"))
        self.wait(lambda: self.window.activeFocusItem() == self.find("search.field"))
        pages = next(i for i in items(self.window.contentItem()) if i.inherits("QQuickStackView"))
        self.wait(lambda: not pages.property("busy"))  # a page that is still coming in takes no touch
