"""What the officer chooses with a finger: months, a workshop, a kiosk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang, Text
from kiosk.reports.material import Asked
from kiosk.screens.reports import span as spans
from kiosk.screens.reports.span import Span
from kiosk.state.reports import Reach

QML_IMPORT_NAME = "kiosk.screens.reports"
QML_IMPORT_MAJOR_VERSION = 1
BEGUN = 3
"""On the first days of a month one wants to see the month before."""


@QmlElement
@QmlUncreatable("made by the report page")
class ReportFilter(QObject):
    """The part of the records that is shown.

    Args:
        today: of the reader.
        lang: of the words.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], lang: Callable[[], Lang], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today, self._lang = today, lang
        now = today()
        self._span = spans.month(now.year, now.month)
        self._year = now.year
        self._unit = self._kiosk = ""
        self._several = False
        self.reach = Reach()

    def open_at(self, reach: Reach) -> None:
        """What there is to choose from; begins with the newest month that has records and is more than begun."""
        self.reach = reach
        newest = min(reach.last, self._today()) if reach.last else self._today()
        before = newest.replace(day=1) - timedelta(days=1)
        if newest.day <= BEGUN and reach.first is not None and reach.first <= before:
            newest = before
        self._span = spans.month(newest.year, newest.month)
        self._year = newest.year
        self.changed.emit()

    @property
    def span(self) -> Span:
        """The chosen months."""
        return self._span

    def asked(self) -> Asked:
        """As reports are asked; days to come are left out, a mean would count them."""
        last = min(self._span.last, self._today()) if self._span.last else None
        return Asked(self._span.first, last, self._unit, self._kiosk)

    @Property(str, notify=changed)
    def words(self) -> str:
        """The chosen months in words."""
        return self._span.words()(self._lang())

    @Property(str, notify=changed)
    def about(self) -> str:
        """All that was chosen."""
        kiosk = (self.reach.kiosks or {}).get(self._kiosk, "")
        return self.tr("，").join(part for part in (self._span.words()(self._lang()), self._unit, kiosk) if part)

    @Property(str, notify=changed)
    def earlierWords(self) -> str:
        """What comes before it: empty when there is nothing."""
        before = self._earlier()
        return self.tr("看 %1").replace("%1", before.short()(self._lang())) if before else ""

    @Property("QVariantList", notify=changed)
    def spans(self) -> list[dict[str, Any]]:
        """Spans by name."""
        return [
            {"key": key, "text": words(self._lang()), "on": span == self._span} for key, words, span in self._named()
        ]

    @Property(int, notify=changed)
    def year(self) -> int:
        """Whose months are shown."""
        return self._year

    @Property(bool, notify=changed)
    def olderYear(self) -> bool:
        """An earlier year has records."""
        return self.reach.first is not None and self._year > self.reach.first.year

    @Property(bool, notify=changed)
    def newerYear(self) -> bool:
        """A later year has begun."""
        return self._year < self._today().year

    @Property("QVariantList", notify=changed)
    def months(self) -> list[dict[str, Any]]:
        """The months of the year."""
        return [
            {"number": n, "text": spans.month(self._year, n).short()(self._lang()), "on": self._span.holds(self._year, n),
             "there": self._there(n)}
            for n in range(1, 13)
        ]  # fmt: skip

    @Property(bool, notify=changed)
    def several(self) -> bool:
        """The next month that is touched goes with those that are chosen."""
        return self._several

    @Property("QVariantList", notify=changed)
    def units(self) -> list[dict[str, Any]]:
        """Workshops, all of them first."""
        return self._choice({unit: unit for unit in self.reach.units}, self._unit, Text("全部车间", "All workshops"))

    @Property("QVariantList", notify=changed)
    def kiosks(self) -> list[dict[str, Any]]:
        """Kiosks, all of them first; none where there is a single one."""
        return self._choice(self.reach.kiosks or {}, self._kiosk, Text("全部屏", "All kiosks"))

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose a span by name."""
        self._span = next(span for name, _, span in self._named() if name == key)
        if self._span.last:
            self._year = self._span.last.year
        self.changed.emit()

    @Slot(int)
    def chooseMonth(self, number: int) -> None:
        """Choose a month; all up to it when several are chosen."""
        chosen = spans.month(self._year, number)
        self._span = spans.joined(self._span, chosen) if self._several and self._span.first else chosen
        self._several = False
        self.changed.emit()

    @Slot()
    def chooseSeveral(self) -> None:
        """The next month goes with those that are chosen."""
        self._several = not self._several
        self.changed.emit()

    @Slot(int)
    def turnYear(self, by: int) -> None:
        """Show another year's months."""
        self._year += by
        self.changed.emit()

    @Slot(str)
    def chooseUnit(self, unit: str) -> None:
        """Choose a workshop; empty: all."""
        self._unit = unit
        self.changed.emit()

    @Slot(str)
    def chooseKiosk(self, device: str) -> None:
        """Choose a kiosk; empty: all."""
        self._kiosk = device
        self.changed.emit()

    @Slot()
    def earlier(self) -> None:
        """Go back by as many months as are shown."""
        if (before := self._earlier()) is not None:
            self._span = before
            self._year = (before.last or self._today()).year
            self.changed.emit()

    def _earlier(self) -> Span | None:
        before, oldest = self._span.before(), self.reach.first
        return before if before and oldest and before.last and before.last >= oldest else None

    def _named(self) -> list[tuple[str, Text, Span]]:
        now = self._today()
        this = spans.month(now.year, now.month)
        last = this.before() or this
        return [
            ("this", Text("本月", "This month"), this),
            ("last", Text("上月", "Last month"), last),
            ("quarter", Text("本季", "This quarter"), spans.quarter(now)),
            ("year", Text("今年", "This year"), spans.year_of(now)),
            ("all", Text("全部", "All"), Span()),
        ]

    def _there(self, number: int) -> bool:
        first, last = self.reach.first, self.reach.last
        if first is None or last is None:
            return False
        return (first.year, first.month) <= (self._year, number) <= (last.year, last.month)

    def _choice(self, names: Any, chosen: str, everything: Text) -> list[dict[str, Any]]:
        if len(names) < 2 and not chosen:
            return []
        rows = [{"key": "", "text": everything(self._lang()), "on": not chosen}]
        return rows + [{"key": key, "text": name, "on": key == chosen} for key, name in names.items()]
