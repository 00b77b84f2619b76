"""The whole kiosk in a window, with a finger on its glass and a clock that can be put forward."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.app import App, Options
from kiosk.design.assets import assets_folder
from kiosk.records import RecordBook
from kiosk.settings import Settings
from kiosk.state.media import Media
from kiosk.tour.hand import Hand
from support.clock import HandClock
from support.declared import with_own_meta_objects
from support.union import Union, make_union

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
SIZES = pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
TODAY = date(2026, 5, 1)
ENGLISH_MISSING = not (assets_folder() / "i18n" / "en.qm").is_file()
SPEAKS_ENGLISH = [pytest.mark.expect_log("no translation file")] if ENGLISH_MISSING else []


@dataclass
class Kiosk:
    """A running kiosk."""

    app: App
    hand: Hand
    clock: HandClock
    warnings: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """Pages on the stack."""
        return [p.uid or p.name for p in self.app.shell._stack]

    def texts(self) -> list[str]:
        """What can be read on the screen, without line breaks."""
        return [t.replace("\n", "") for t in self.hand.texts()]

    def shows(self, words: str) -> bool:
        """Whether these words are somewhere on the screen."""
        return any(words in t for t in self.texts())

    def open(self, uid: str, seen: str) -> QQuickItem:
        """Open an item as a link would, and wait for its screen."""
        self.app.shell.openItem(uid)
        item = self.hand.see(seen)
        self.hand.settle(0.1)
        return item

    def pass_time(self, seconds: float) -> None:
        """Put the clock forward and let the shell look at it."""
        self.clock.ahead += seconds
        self.app.shell.look()
        self.hand.pump()

    @property
    def vm(self) -> Any:
        """View model of the page on top."""
        assert self.app.shell.page is not None
        return self.app.shell.page.vm

    def touch_late(self, *names: str) -> None:
        """Touch when the page has been up long enough not to take it for a second tap."""
        for name in names:
            self.clock.ahead += 1
            self.hand.touch(name)
            self.hand.pump()

    def records(self, kind: str) -> list[dict[str, Any]]:
        """Payloads of that kind, once everything that waits is written."""
        self.hand.wait(lambda: self.app.lanes.waiting == 0, "the lanes")
        book = RecordBook(self.app.settings.data_dir / "records.db")
        try:
            return list(book.payloads(kind))
        finally:
            book.close()

    def read_texts(self) -> list[QQuickItem]:
        """Texts of the story on the screen whose sentences can be touched, top first."""
        return [i for i in self.hand.items() if i.property("litTop") is not None and i.property("sentences")]


@contextmanager
def running(
    data: Path,
    size: tuple[int, int] = PORTRAIT,
    *,
    attract: bool = False,
    watch: bool = False,
    media: Callable[[], Media] | None = None,
    screens: Callable[[], Any] | None = None,
    **settings: Any,
) -> Iterator[Kiosk]:
    """A kiosk on a data folder; fails when its QML said anything."""
    before = dict(os.environ)
    clock = HandClock(standing=False)
    options = Options(size=size, seed=7, watch=watch, attract=attract, today=TODAY, media=media, screens=screens)
    app = App(Settings(data, **{"calm": True, **settings}), options, clock)
    warnings: list[str] = []
    app.engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
    hand = Hand(app.qt, app.show())
    kiosk = Kiosk(app, hand, clock, warnings)
    try:
        hand.wait(lambda: app.window.isExposed() and app.shell.page is not None, "the window")
        hand.settle(0.05)
        yield kiosk
        own = with_own_meta_objects()
        assert not own, own
    finally:
        app.close()
        os.environ.clear()
        os.environ.update(before)
    assert warnings == []


@cache
def shared_union() -> Union:
    """One union for all tests that only look; built once a run."""
    place = Path(tempfile.mkdtemp(prefix="kiosk-union-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return make_union(place)


@pytest.fixture
def union(qapp: object) -> Union:
    """The shared union; read only."""
    return shared_union()


@pytest.fixture
def own_union(qapp: object, tmp_path: Path) -> Union:
    """A union of this test's own, to be changed."""
    return shared_union().copy(tmp_path / "union")
