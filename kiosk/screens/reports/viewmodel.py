"""The officer's report page: a list by meaning, one report with its chart, its tables, the ledger, and taking it along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.clock import Clock
from kiosk.core.text import Text
from kiosk.jobs import Err, Lanes, Result
from kiosk.reports.catalogue import titles
from kiosk.reports.model import Report
from kiosk.screens.reports import shown
from kiosk.screens.reports.asker import Asker
from kiosk.screens.reports.exporting import ReportExport
from kiosk.screens.reports.filters import ReportFilter
from kiosk.screens.reports.ledger import ReportLedger
from kiosk.state.reports import Desk
from kiosk.state.reportstick import ReportStick
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.screens.reports"
QML_IMPORT_MAJOR_VERSION = 1
FIRST = "visits"
"""Stands beside the list."""
LEDGER = "ledger"
_NOTES = {
    "workshops": Text("哪个车间来得少", "Who comes the least"),
    "visits": Text("每天来多少人", "How many a day"),
    "quizzes": Text("哪些题最难", "The hardest questions"),
    "lessons": Text("哪些没学完", "What is left unfinished"),
    "lectures": Text("讲了几场，来了多少", "Held and attended"),
    "surveys": Text("大家怎么答", "What people say"),
    "votes": Text("得票和复核", "Votes and recount"),
    "suggestions": Text("办了几件，按时没有", "Done, and in time"),
    "prizes": Text("抽了谁，领了没有", "Drawn and handed out"),
    "studios": Text("求助卡", "Requests for help"),
    "riddles": Text("猜中多少", "How many are guessed"),
    "rooms": Text("哪个栏目用得多", "The rooms"),
    "items": Text("哪个展项看得多", "The items"),
    LEDGER: Text("迎检前看缺什么", "What an inspection lacks"),
}
"""All there is, by meaning."""
_SHORT = {
    "workshops": Text("各车间参加情况", "Workshops"),
    "studios": Text("创新工作室求助", "Studios"),
    LEDGER: Text("台账", "Ledger"),
}


@QmlElement
@QmlUncreatable("made by the app")
class ReportsViewModel(QObject):
    """What is on the page.

    Args:
        open_desk: makes what answers; called on a lane.
        stick: takes reports along.
        lanes: background work.
        visit: its language is the one of every word.
        clock: knows today.
        site: name of the hall, for files.
        note: hears of acts for the book: act and detail.
        at_desk: in a window of the office, not on a kiosk.
    """

    changed = Signal()
    viewChanged = Signal()
    duty = True
    patient = True

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        stick: ReportStick,
        lanes: Lanes,
        visit: Visit,
        clock: Clock,
        *,
        site: str = "",
        note: Callable[[str, str], None] = lambda _act, _detail: None,
        at_desk: bool = False,
    ) -> None:
        super().__init__()
        self._visit, self._clock, self._site, self._note = visit, clock, site, note
        self._at_desk = at_desk
        self._titles = titles()
        self._view = "index"
        self._under = ""  # the view below the one of taking along
        self._name = FIRST
        self._report: Report | None = None
        self._error: tuple[Text, Text] | None = None
        self._question = 0
        self._table = 0
        self._asker = Asker(open_desk, lanes, self)
        self._filter = ReportFilter(lambda: clock.now().astimezone().date(), lambda: visit.language, self)
        self._ledger = ReportLedger(self._asker, lambda: visit.language, self, at_desk=at_desk)
        self._export = ReportExport(self._asker, stick, lambda: visit.language, self)
        stick.setParent(self)
        self._asker.changed.connect(self._prepared)
        self._filter.changed.connect(self._ask)
        self._ledger.moved.connect(self._show)
        self._ledger.added.connect(lambda name, column: note("ledger", f"{name} {column}"))
        self._export.written.connect(lambda where: note("report-export", where))
        visit.langChanged.connect(self._again)
        self._asker.begin()

    def leave(self) -> None:
        """The page goes away."""
        self._visit.langChanged.disconnect(self._again)
        self._export.shut()
        self._asker.close()

    # parts

    @Property(ReportFilter, constant=True)
    def filter(self) -> ReportFilter:
        """Which days, workshop, kiosk."""
        return self._filter

    @Property(ReportLedger, constant=True)
    def ledger(self) -> ReportLedger:
        """The ledger."""
        return self._ledger

    @Property(ReportExport, constant=True)
    def exporting(self) -> ReportExport:
        """Taking along."""
        return self._export

    @Property(bool, constant=True)
    def atDesk(self) -> bool:
        """In a window of the office, not on a kiosk."""
        return self._at_desk

    # where one is

    @Property(str, notify=viewChanged)
    def view(self) -> str:
        """`index`, `report`, `filter`, `table`, `ledger`, `line`, `cell` or `export`."""
        return self._view

    @Slot(result=bool)
    def step_back(self) -> bool:
        """Back to where this view was opened from."""
        back = {
            "report": "index",
            "filter": "report",
            "table": "report",
            "ledger": "index",
            "line": "ledger",
            "cell": "line",
        }
        if self._view == "export":
            self._export.shut()
            self._show(self._under)
            return True
        if self._view not in back:
            return False
        self._show(back[self._view])
        if self._view == "index" and self._name != FIRST:
            self._name = FIRST
            self._ask()
        return True

    # getting ready

    @Property(bool, notify=changed)
    def preparing(self) -> bool:
        """Records are being counted; nothing can be asked yet."""
        return not self._asker.ready and self._asker.trouble is None

    @Property(float, notify=changed)
    def progress(self) -> float:
        """Of the counting, 0 to 1."""
        return self._asker.progress

    @Property(str, notify=changed)
    def troubleTitle(self) -> str:
        """Why there are no numbers; empty: there are."""
        found = (self._asker.trouble.message, self._asker.trouble.hint) if self._asker.trouble else self._error
        return found[0](self._visit.language) if found else ""

    @Property(str, notify=changed)
    def troubleNote(self) -> str:
        """What to do about it."""
        found = (self._asker.trouble.message, self._asker.trouble.hint) if self._asker.trouble else self._error
        return found[1](self._visit.language) if found else ""

    @Property(bool, notify=changed)
    def nothing(self) -> bool:
        """There is not a single record."""
        return self._asker.reach is not None and self._asker.reach.records == 0

    @Property(str, notify=changed)
    def standing(self) -> str:
        """How far the numbers reach."""
        reach = self._asker.reach
        if reach is None:
            return ""
        now = self._clock.now().astimezone()
        words = self.tr("%1 条记录，到 %2，不含姓名")
        return words.replace("%1", f"{reach.records:,}").replace("%2", f"{now:%Y-%m-%d %H:%M}")

    # the list

    @Property("QVariantList", notify=changed)
    def reports(self) -> list[dict[str, Any]]:
        """All reports, by meaning."""
        lang = self._visit.language
        named = {**self._titles, **_SHORT}
        return [{"key": key, "title": named[key](lang), "note": note(lang)} for key, note in _NOTES.items()]

    # the report

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        """It is being made."""
        return self._report is None and not self.preparing and not self.troubleTitle

    @Property(str, notify=changed)
    def title(self) -> str:
        """What was found."""
        if self._report is not None:
            return self._report.headline(self._visit.language)
        return self._titles[self._name](self._visit.language)

    @Property(str, notify=changed)
    def about(self) -> str:
        """What is counted, and of which days."""
        lang = self._visit.language
        if self._report is None:
            return str(self._filter.about)
        measured = self._report.bars.title(lang) if self._report.bars else self._report.title(lang)
        return self.tr("%1，%2").replace("%1", self._filter.about).replace("%2", measured)

    @Property(str, notify=changed)
    def name(self) -> str:
        """What the report is about."""
        return self._titles[self._name](self._visit.language)

    @Property("QVariantMap", notify=changed)
    def chart(self) -> dict[str, Any]:
        """See `shown.chart`."""
        if self._report is None:
            return {"kind": "", "bars": [], "average": -1.0, "averageWords": "", "note": "", "whole": False}
        return shown.chart(self._report, self._visit.language)

    @Property("QVariantList", notify=changed)
    def hardest(self) -> list[dict[str, Any]]:
        """See `shown.hardest`."""
        return shown.hardest(self._report) if self._report else []

    @Property("QVariantList", notify=changed)
    def brief(self) -> list[dict[str, Any]]:
        """The first rows, where there are no hardest questions."""
        return shown.brief(self._report, self._visit.language, 12) if self._report else []

    @Property(str, notify=changed)
    def briefTitle(self) -> str:
        """Heading of these."""
        return self._report.tables[0].title(self._visit.language) if self._report else ""

    @Property(str, notify=changed)
    def briefUnit(self) -> str:
        """What the numbers beside these are."""
        column = shown.telling(self._report) if self._report else None
        return column.title(self._visit.language) if column else ""

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """The report has no row at all."""
        return self._report is not None and not any(table.rows for table in self._report.tables)

    # its tables

    @Property("QVariantList", notify=changed)
    def tables(self) -> list[dict[str, Any]]:
        """Titles of the tables."""
        found = self._report.tables if self._report else ()
        return [
            {"key": place, "text": f"{t.title(self._visit.language)} {len(t.rows)}", "on": place == self._table}
            for place, t in enumerate(found)
        ]

    @Property("QVariantList", notify=changed)
    def columns(self) -> list[str]:
        """See `shown.columns`."""
        return shown.columns(self._report.tables[self._table], self._visit.language) if self._report else []

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """See `shown.rows`; only while the tables are looked at."""
        if self._report is None or self._view != "table":
            return []
        return shown.rows(self._report.tables[self._table], self._visit.language)

    @Property(str, notify=changed)
    def notes(self) -> str:
        """What a reader must know to read the numbers right."""
        return "\n".join(note(self._visit.language) for note in self._report.notes) if self._report else ""

    # acts

    @Slot(str)
    def open(self, name: str) -> None:
        """Look at a report, or at the ledger."""
        if name == LEDGER:
            self._show("ledger")
            self._ledger.begin()
            return
        known = name == self._name and self._report is not None
        self._name, self._table = name, 0
        self._show("report")
        if not known:
            self._ask()

    @Slot(str)
    def show(self, view: str) -> None:
        """Go to `filter`, `table` or back to `report`."""
        self._show(view)

    @Slot(int)
    def openTable(self, place: int) -> None:
        """Look at another table."""
        self._table = place
        self.changed.emit()

    @Slot()
    def takeAlong(self) -> None:
        """Choose how this report, or the ledger, is taken along."""
        lang, day = self._visit.language, self._clock.now().astimezone().date()
        if self._view == "ledger":
            name, title = self._ledger.current
            self._open_export(
                f"{title(lang)} {self._site} {day}", lambda desk, kind: desk.ledger_file(name, kind, lang)
            )
        elif (report := self._report) is not None:
            words = f"{report.title(lang)} {self._filter.about} {self._site} {day}"
            self._open_export(words, lambda desk, kind: desk.file(report, kind, lang))

    @Slot()
    def retry(self) -> None:
        """Try again after trouble."""
        if self._asker.trouble is not None:
            self._asker.begin()
        else:
            self._ask()

    def _open_export(self, name: str, make: Callable[[Desk, Any], bytes]) -> None:
        self._under = self._view
        self._export.open_for(name, make)
        self._show("export")

    @Slot(str)
    def _show(self, view: str) -> None:
        self._view = view
        self.viewChanged.emit()
        self.changed.emit()

    @Slot()
    def _prepared(self) -> None:
        if self._asker.reach is not None and self._question == 0:
            self._filter.open_at(self._asker.reach)  # asks
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        if not self._asker.ready:
            return
        self._question += 1
        mine, name, asked, lang = self._question, self._name, self._filter.asked(), self._visit.language
        self._report, self._error, self._table = None, None, 0

        def made(result: Result[Report]) -> None:
            if mine == self._question:
                self._made(result)

        self.changed.emit()
        self._asker.ask(lambda desk: desk.report(name, asked, lang), made)

    def _made(self, result: Result[Report]) -> None:
        if isinstance(result, Err):
            self._error = result.error.message, result.error.hint
        else:
            self._report = result.value
        self.changed.emit()

    @Slot()
    def _again(self) -> None:
        self._filter.changed.emit()  # asks anew in the other language
        self._export.changed.emit()
        self._ledger.again()
