"""What is on show now: the home snapshot and the catalog behind it, watched for new generations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.catalog.snapshot import HomeCard, HomeSnapshot, SnapshotFile
from kiosk.core.text import Lang
from kiosk.jobs import Err, Lanes, Ok, Result, tell

if TYPE_CHECKING:
    from kiosk.catalog.cards import Card, Opened, PersonCard
    from kiosk.catalog.reader import Catalog
    from kiosk.core.occasions import Playlist

WATCH_MS = 2000
T = TypeVar("T")


class Library(QObject):
    """Publishes the newest generation; queries run on the `db` lane.

    Args:
        folder: where `home.json` and the catalogs are.
        lanes: background work.
    """

    changed = Signal()
    lost = Signal()
    """The catalog in force cannot be read; said once for each state of it."""

    def __init__(self, folder: Path, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._file = SnapshotFile(folder)
        self._lanes = lanes
        self._stamp = self._file.stamp()
        self._mourned = (0, 0)
        self.snapshot = self._file.read()
        self._catalog: Catalog | None = None
        self._timer = QTimer(self, interval=WATCH_MS)
        self._timer.timeout.connect(self._look)

    def watch(self) -> None:
        """Start looking for new generations, every two seconds, off the GUI thread."""
        self._timer.start()

    def cards_for(self, lang: Lang) -> tuple[HomeCard, ...]:
        """Featured items in a language, each once; an untranslated one in its own."""
        best: dict[str, HomeCard] = {}
        for card in self.snapshot.cards:
            if card.uid not in best or card.lang == lang:
                best[card.uid] = card
        return tuple(best.values())

    def list(
        self, kind: str | None, lang: Lang, done: Callable[[Result[tuple[tuple[Card, ...], dict[str, str]]]], None]
    ) -> None:
        """All cards of a kind (None = all), with the words for their trades."""
        nothing: tuple[tuple[Card, ...], dict[str, str]] = ((), {})
        self._query(lambda c: (c.cards(lang, kind), c.trades(lang)), nothing, done)

    def open(
        self,
        uid: str,
        lang: Lang,
        prepare: Callable[[Opened | None, Catalog | None], T],
        done: Callable[[Result[T]], None],
    ) -> None:
        """One item; `prepare` decodes it, also on the lane, and may ask the catalog for more."""
        self._query(lambda c: prepare(c.open(uid, lang), c), prepare(None, None), done)

    def search(self, words: str, lang: Lang, done: Callable[[Result[tuple[Card, ...]]], None]) -> None:
        """Find items."""
        nothing: tuple[Card, ...] = ()
        self._query(lambda c: c.search(words, lang), nothing, done)

    def playlist(
        self, uid: str, lang: Lang, done: Callable[[Result[tuple[Playlist, tuple[Card, ...]] | None]], None]
    ) -> None:
        """One playlist with its cards; None when it is gone."""
        nothing: tuple[Playlist, tuple[Card, ...]] | None = None
        self._query(lambda c: c.playlist(uid, lang), nothing, done)

    def people(self, lang: Lang, done: Callable[[Result[tuple[tuple[PersonCard, ...], dict[str, str]]]], None]) -> None:
        """Everybody an item is about, with the words for their trades."""
        nothing: tuple[tuple[PersonCard, ...], dict[str, str]] = ((), {})
        self._query(lambda c: (c.people(lang), c.trades(lang)), nothing, done)

    def warm(self) -> None:
        """Import the database layer before somebody waits for it."""
        nothing: dict[str, str] = {}
        self._query(lambda c: c.trades("zh"), nothing, lambda _: None)

    def _query(self, ask: Callable[[Catalog], T], nothing: T, done: Callable[[Result[T]], None]) -> None:
        name = self.snapshot.catalog
        path = self._folder / name

        if not name:
            done(Ok(nothing))
            return

        def work() -> T:
            from kiosk.catalog.reader import Catalog

            if self._catalog is None or self._catalog.path != path:
                self._catalog = Catalog(path)
            return ask(self._catalog)

        def answered(result: Result[T]) -> None:
            tell(done, result)
            if isinstance(result, Err) and result.error.code == "CATALOG" and self._mourned != self._stamp:
                self._mourned = self._stamp
                self.lost.emit()

        self._lanes.run("db", work, answered)

    @Slot()
    def _look(self) -> None:
        self.look()

    def look(self, then: Callable[[], None] = lambda: None) -> None:
        """Look for a new generation once, and then do something with what is there."""
        before = self._stamp

        def work() -> tuple[tuple[int, int], HomeSnapshot | None]:
            stamp = self._file.stamp()
            return stamp, self._file.read() if stamp != before else None

        def looked(result: Result[tuple[tuple[int, int], HomeSnapshot | None]]) -> None:
            self._looked(result)
            then()

        self._lanes.run("io", work, looked)

    def _looked(self, result: Result[tuple[tuple[int, int], HomeSnapshot | None]]) -> None:
        if isinstance(result, Ok):
            stamp, snapshot = result.value
            if snapshot is not None and stamp != self._stamp:
                self._stamp = stamp
                self.snapshot = snapshot
                self.changed.emit()
