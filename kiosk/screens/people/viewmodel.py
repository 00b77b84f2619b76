"""Everybody the stories are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Result
from kiosk.screens.eras import era_words
from kiosk.screens.people.model import PeopleModel
from kiosk.screens.people.rows import Order, Walk, gallery, honours, trade_order
from kiosk.sdk.ui import PersonCard
from kiosk.state.library import Library
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.screens.people"
QML_IMPORT_MAJOR_VERSION = 1
ORDERS: tuple[Order, ...] = ("era", "trade", "honours")


@QmlElement
@QmlUncreatable("made by the app")
class PeopleViewModel(QObject):
    """One list in three orders, and where its groups begin.

    Args:
        order: the first.
        open_item: shows the story of somebody.
    """

    changed = Signal()

    def __init__(self, library: Library, visit: Visit, order: Order, open_item: Callable[[str], None]) -> None:
        super().__init__()
        self._library = library
        self._lang = visit.language
        self._order: Order = order
        self._open_item = open_item
        self._people: tuple[PersonCard, ...] = ()
        self._trades: dict[str, str] = {}
        self._columns = 3
        self._walk = Walk((), ())
        self._model = PeopleModel(self)
        self._condition = "loading"
        library.changed.connect(self.load)
        self.load()

    @Slot()
    def load(self) -> None:
        """Read the people of the newest generation."""
        self._library.people(self._lang, self._loaded)

    def _loaded(self, result: Result[tuple[tuple[PersonCard, ...], dict[str, str]]]) -> None:
        if isinstance(result, Err):
            self._condition = "error"
        else:
            self._people, self._trades = result.value
            self._condition = "ok"
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        if self._order == "honours":
            self._walk = honours(self._people)
        else:
            keys = list(era_words()) if self._order == "era" else trade_order(self._people, self._trades)
            self._walk = gallery(self._people, self._order, keys, self._columns)
        counts = {group.key: group.count for group in self._walk.groups}
        trades = {} if self._order == "trade" else self._trades  # the heading says it
        self._model.show(self._walk.rows, self._heading, counts, lambda key: trades.get(key, ""))

    def _heading(self, key: str) -> str:
        if self._order == "honours":
            return self.tr("%1年代").replace("%1", key) if key else self.tr("年份没有写明")
        words = era_words() if self._order == "era" else self._trades
        return words.get(key, key) or self.tr("其他")

    @Property(QObject, constant=True)
    def model(self) -> PeopleModel:
        """The rows."""
        return self._model

    @Property(str, notify=changed)
    def condition(self) -> str:
        """`loading`, `ok`, `empty` or `error`."""
        return "empty" if self._condition == "ok" and not self._walk.rows else self._condition

    @Property(str, notify=changed)
    def order(self) -> str:
        """`era`, `trade` or `honours`."""
        return self._order

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many people."""
        return len(self._people)

    @Property(str, notify=changed)
    def note(self) -> str:
        """The line under the title."""
        if self._order == "honours":
            years = [row.of for row in self._walk.rows if row.of]
            return self.tr("从 %1 年到 %2 年").replace("%1", years[0]).replace("%2", years[-1]) if years else ""
        named = [self._heading(g.key) for g in self._walk.groups if g.key]
        if self._order == "trade":
            return self.tr("%1 个行业").replace("%1", str(len(named)))
        return self.tr("从%1到%2").replace("%1", named[0]).replace("%2", named[-1]) if len(named) > 1 else ""

    @Property("QVariantList", notify=changed)
    def orders(self) -> list[dict[str, Any]]:
        """The three orders: key, words, chosen."""
        words = {"era": self.tr("按年代"), "trade": self.tr("按行业"), "honours": self.tr("荣誉年表")}
        return [{"key": key, "text": words[key], "on": key == self._order} for key in ORDERS]

    @Property("QVariantList", notify=changed)
    def groups(self) -> list[dict[str, Any]]:
        """Where to jump: words, row, count."""
        return [{"text": self._heading(g.key), "row": g.row, "count": g.count} for g in self._walk.groups]

    @Slot(str)
    def choose(self, order: str) -> None:
        """Another order."""
        if order in ORDERS and order != self._order:
            self._order = order
            self._show()
            self.changed.emit()

    @Slot(int)
    def setColumns(self, columns: int) -> None:
        """How many people stand beside each other; the screen knows its width."""
        if columns != self._columns and columns > 0:
            self._columns = columns
            self._show()
            self.changed.emit()

    @Slot(int, result=int)
    def below(self, row: int) -> int:
        """How many people stand in this row and below it; years of honours count each time somebody is named."""
        return sum(len(r.people) for r in self._walk.rows[max(0, row) :])

    @Slot(str)
    def open(self, uid: str) -> None:
        """The story of somebody."""
        self._open_item(uid)
