"""A room's list: everything of a kind, an era, or what fits into a break."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.kind import Kind
from kiosk.jobs import Err, Result
from kiosk.screens.catalog.filters import Filter, apply, counts, parting
from kiosk.screens.catalog.model import CardModel
from kiosk.screens.eras import era_words
from kiosk.sdk.ui import Card
from kiosk.state.library import Library
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.screens.catalog"
QML_IMPORT_MAJOR_VERSION = 1

PEOPLE = "story"


@QmlElement
@QmlUncreatable("made by the app")
class CatalogViewModel(QObject):
    """The list, its filters, and what the wall says about it."""

    changed = Signal()

    def __init__(
        self,
        library: Library,
        visit: Visit,
        kinds: Mapping[str, Kind],
        first: Filter,
        open_item: Callable[[str], None],
        open_search: Callable[[], None],
        open_people: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._library = library
        self._lang = visit.language
        self._kinds = kinds
        self._fixed = first.kind
        self._first = first
        self._filter = first
        self._open_item = open_item
        self._open_search = open_search
        self._open_people = open_people
        self._all: tuple[Card, ...] = ()
        self._trades: dict[str, str] = {}
        self._model = CardModel(self)
        self._condition = "loading"
        library.changed.connect(self.load)
        self.load()

    @Slot()
    def load(self) -> None:
        """Read the list of the newest generation; the place in it is kept."""
        self._library.list(self._fixed or None, self._lang, self._loaded)

    def _loaded(self, result: Result[tuple[tuple[Card, ...], dict[str, str]]]) -> None:
        if isinstance(result, Err):
            self._condition = "error"
        else:
            self._all, self._trades = result.value
            self._condition = "ok"
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._model.show(apply(self._all, self._filter), self._trades)

    @Property(QObject, constant=True)
    def model(self) -> CardModel:
        """Cards that pass the filter."""
        return self._model

    @Property(str, notify=changed)
    def condition(self) -> str:
        """`loading`, `ok`, `empty` or `error`."""
        return "empty" if self._condition == "ok" and self.count == 0 else self._condition

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many cards pass."""
        return self._model.rowCount()

    @Property(str, notify=changed)
    def tag(self) -> str:
        """The room's name."""
        kind = self._kinds.get(self._fixed)
        return kind.title(self._lang) if kind else self.tr("全部内容")

    @Property(str, notify=changed)
    def title(self) -> str:
        """What the wall says: the filter in words, else the room."""
        f = self._filter
        if f.era:
            return era_words().get(f.era, "")
        if f.trade:
            return self._trades.get(f.trade, "")
        if f.minutes:
            return self.tr("%1 分钟以内").replace("%1", str(f.minutes))
        return self.tag

    @Property(str, notify=changed)
    def note(self) -> str:
        """The line under the title."""
        f = self._filter
        words = []
        if f.era and f.trade:
            words.append(self._trades.get(f.trade, ""))
        if f.minutes and (f.era or f.trade):
            words.append(self.tr("%1 分钟以内").replace("%1", str(f.minutes)))
        seen = list(dict.fromkeys(self._trades.get(c.trade, "") for c in apply(self._all, f) if c.trade))
        if not f.trade and len(seen) > 1:
            words.append(self.tr("从%1到%2").replace("%1", seen[0]).replace("%2", seen[-1]))
        return " ".join(words)

    @Property("QVariantList", notify=changed)
    def chips(self) -> list[list[dict[str, Any]]]:
        """Two rows of filters: eras or kinds, then minutes and trades; empty rows where nothing parts the list."""
        first = [self._chip("all", "", self.tr("全部"), self._filter in (Filter(kind=self._fixed), Filter()), -1)]
        if not self._fixed:
            n = counts(self._all, self._filter, "kind")
            first += [
                self._chip("kind", k, self._kinds[k].title(self._lang), self._filter.kind == k, n[k])
                for k in n
                if k in self._kinds
            ]
        n = counts(self._all, self._filter, "era")
        present = {c.era for c in self._all}
        first += [self._chip("era", k, w, self._filter.era == k, n[k]) for k, w in era_words().items() if k in present]
        n = counts(self._all, self._filter, "minutes")
        second = [
            self._chip(
                "minutes", str(m), self.tr("我有 %1 分钟").replace("%1", str(m)), self._filter.minutes == m, n[str(m)]
            )
            for m in parting(self._all, Filter(kind=self._fixed), self._filter.minutes)
        ]
        n = counts(self._all, self._filter, "trade")
        trades = dict.fromkeys(c.trade for c in self._all if c.trade)
        second += [self._chip("trade", k, self._trades.get(k, k), self._filter.trade == k, n[k]) for k in trades]
        return [first if second or len(first) > 1 else [], second]

    @Slot(str, str)
    def choose(self, field: str, key: str) -> None:
        """Touch a filter; touching a chosen one lets go of it."""
        if field == "all":
            self._filter = Filter(kind=self._fixed)
        elif field == "minutes":
            self._filter = replace(self._filter, minutes=0 if self._filter.minutes == int(key) else int(key))
        else:
            now = getattr(self._filter, field)
            changed: dict[str, Any] = {field: "" if now == key else key}
            self._filter = replace(self._filter, **changed)
        self._show()
        self.changed.emit()

    @Slot(str)
    def open(self, uid: str) -> None:
        """Open a card."""
        self._open_item(uid)

    @Slot()
    def openSearch(self) -> None:
        """Look for something by name."""
        self._open_search()

    @Property(bool, notify=changed)
    def hasPeople(self) -> bool:
        """Whether this is the room of the people, with a wall and years of honours of its own."""
        return self._fixed == PEOPLE and any(r.kind == PEOPLE for r in self._library.snapshot.rooms)

    @Slot(str)
    def openPeople(self, order: str) -> None:
        """The wall of people, or the years of their honours."""
        self._open_people(order)

    def _chip(self, field: str, key: str, text: str, on: bool, count: int) -> dict[str, Any]:
        return {"field": field, "key": key, "text": text, "on": on, "count": count}
