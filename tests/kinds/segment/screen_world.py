"""A player on a window of its own, with the house around it faked: used by the screen tests."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from kiosk.catalog.reader import Card, Opened
from kiosk.core.clock import Clock
from kiosk.core.item import Cover, Header, ItemDocument
from kiosk.design import assets, icons  # noqa: F401  registers QML types
from kiosk.jobs import Lanes
from kiosk.kinds.segment import KIND, Chapter, Segment
from kiosk.kinds.segment.captions import Cue
from kiosk.kinds.segment.viewmodel import SegmentViewModel
from kiosk.sdk.narrator import Narrator
from kiosk.sdk.ui import Services

ROOT = Path(__file__).resolve().parents[3]
SCREEN = ROOT / "kiosk/kinds/segment/SegmentScreen.qml"
TALL, WIDE = (1080, 1768), (1920, 956)

CUES = (Cue(0, 1000, "红的在前。"), Cue(1000, 2000, "蓝的在后，它们各放一秒半。"), Cue(2800, 3000, "放完了。"))


@dataclass
class House:
    """Navigator and recorder of the tests."""

    opened: list[str] = field(default_factory=list)
    said: list[tuple[str, str, str]] = field(default_factory=list)
    awake: list[bool] = field(default_factory=list)
    records: list[Mapping[str, Any]] = field(default_factory=list)
    backs: int = 0

    def openItem(self, uid: str) -> None:
        self.opened.append(uid)

    def back(self) -> None:
        self.backs += 1

    def say(self, title: str, note: str = "", tone: str = "info") -> None:
        self.said.append((title, note, tone))

    def keepAwake(self, holder: str, on: bool) -> None:
        assert holder == "segment"
        self.awake.append(on)

    def atStake(self, holder: str, on: bool) -> None:
        raise AssertionError("nothing is at stake in a player")

    def append(self, kind: str, uid: str, payload: Mapping[str, Any]) -> None:
        assert (kind, uid) == ("segment", "times/film")
        self.records.append(payload)


def make_clip(path: Path, *options: str) -> Path:
    """Three seconds, our red then our blue, with a tone; `options` replace the codec."""
    codec = options or ("-c:v", "libx264", "-preset", "ultrafast", "-g", "10")
    colour = "color=c={}:s=640x360:r=25:d=1.5,format=rgb24"
    inputs = [part for c in ("#B3261C", "#26424F") for part in ("-f", "lavfi", "-i", colour.format(c))]
    joined = (
        "-filter_complex",
        "[0][1]concat=n=2:v=1,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v]",
        "-map",
        "[v]",
        "-map",
        "2:a",
    )
    marked = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-movflags", "+faststart")
    sound = ("-f", "lavfi", "-i", "sine=f=440:d=3")
    command = ["ffmpeg", "-v", "error", "-y", *inputs, *sound, *joined, *codec, "-c:a", "aac", *marked, str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def card(uid: str, title: str, episode: int, kind: str = "segment") -> Card:
    """A related item."""
    return Card(uid, kind, "ok", title, title, "", "", "", "系列", episode, 83, True, "", "")


class Player:
    """One screen and its view model.

    Args:
        media: the file; None = the pack does not hold it.
        video: whether the item says it is a film.
    """

    def __init__(
        self,
        media: Path | None,
        *,
        video: bool = True,
        related: tuple[Card, ...] = (),
        size: tuple[int, int] = TALL,
        lang: str = "zh",
        house: House | None = None,
        narrator: Narrator | None = None,
        cues: Mapping[str, tuple[Cue, ...]] | None = None,
        header: Header | None = None,
        poster: Path | None = None,
        chapters: tuple[Chapter, ...] = (Chapter(0, "红"), Chapter(1500, "蓝")),
        duration: int = 3000,
        software: bool = True,
    ) -> None:
        self.house = house or House()
        self.narrator = narrator or Narrator()
        self.warnings: list[str] = []
        header = header or Header("一钩准", "一钩准", "许振超 青岛港桥吊司机", series="系列", episode=2, seconds=3,
                                  cover=Cover("poster.png", "", ""))  # fmt: skip
        media_map = {"media": str(media)} if media else {}
        if poster:
            media_map["poster.png"] = str(poster)
        document = ItemDocument(1, "segment", 1, "film", lang, header, {})  # type: ignore[arg-type]
        opened = Opened("times/film", "ok", document, media_map, related)
        segment = Segment(
            "media", video, duration, 640, 360, dict(cues if cues is not None else {"zh": CUES}), chapters, "一段介绍。"
        )
        self._lanes = Lanes()
        services = Services(
            self.house, self.narrator, self.house, self._lanes, Clock(), lambda: lang, software, lambda: 1
        )  # type: ignore[arg-type,return-value]
        self.vm = SegmentViewModel(opened, segment, KIND, services)
        self.view = QQuickView()
        self.view.engine().addImportPath(str(ROOT))
        self.view.engine().warnings.connect(lambda ws: self.warnings.extend(w.toString() for w in ws))
        self.view.setColor(QColor("#F3EADA"))
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.resize(*size)
        self.view.setInitialProperties({"vm": self.vm})
        self.theme("landscape", size[0] > size[1])
        self.view.setSource(QUrl.fromLocalFile(str(SCREEN)))
        self.device = QTest.createTouchDevice()
        self.view.show()

    def theme(self, name: str, value: object) -> None:
        """Set a token of the theme."""
        theme: QObject = self.view.engine().singletonInstance("kiosk.design", "Theme")
        assert theme.setProperty(name, value)

    def item(self, name: str) -> QQuickItem:
        """The visible item of an `objectName`."""
        found = [i for i in walk(self.view.rootObject()) if i.objectName() == name and i.isVisible()]
        assert found, f"no {name} on the screen"
        return found[0]

    def shows(self, name: str) -> bool:
        """Whether an item is on the screen."""
        return any(i.objectName() == name and i.isVisible() for i in walk(self.view.rootObject()))

    def tap(self, name: str, at: tuple[float, float] = (0.5, 0.5)) -> None:
        """Touch an item with one finger."""
        item = self.item(name)
        self.touch(item.mapToScene(QPointF(item.width() * at[0], item.height() * at[1])).toPoint())

    def touch(self, point: QPoint) -> None:
        """Touch the glass."""
        QTest.touchEvent(self.view, self.device).press(0, point, self.view).commit()
        QTest.touchEvent(self.view, self.device).release(0, point, self.view).commit()

    def key(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self.view, key)

    def pixel(self, x: int, y: int) -> QColor:
        """Colour on the glass."""
        return self.view.grabWindow().pixelColor(x, y)

    def close(self) -> None:
        """As the shell does: let go of the screen, then of the page."""
        self.view.setSource(QUrl())
        self.vm.leave()
        self.view.close()
        self.view.deleteLater()
        self.vm.deleteLater()
        self._lanes.close()
        drop_deferred()


def walk(item: QQuickItem) -> list[QQuickItem]:
    """An item and everything in it; delegates are no QObject children, so items are walked."""
    return [item, *(below for child in item.childItems() for below in walk(child))]


def drop_deferred() -> None:
    """Delete what is waiting to be deleted."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def like(colour: QColor, wanted: str, tolerance: int = 12) -> bool:
    """Whether a pixel has a colour, as far as a video codec can tell."""
    other = QColor(wanted)
    near: Callable[[int, int], bool] = lambda a, b: abs(a - b) <= tolerance  # noqa: E731
    return near(colour.red(), other.red()) and near(colour.green(), other.green()) and near(colour.blue(), other.blue())


__all__ = ["CUES", "TALL", "WIDE", "House", "Player", "card", "drop_deferred", "like", "make_clip", "walk"]
