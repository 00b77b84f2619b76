"""Answers the report screen: over the records of this kiosk, or over the office's database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.text import Text
from kiosk.kinds import discover
from kiosk.reporting.counted import CountedSource
from kiosk.reporting.files import report_file, tables_file
from kiosk.reporting.joined import Joined
from kiosk.reporting.ledger_rows import lines
from kiosk.reports.cells import said
from kiosk.reports.ledger.book import Filled, LedgerBook
from kiosk.reports.ledger.config import Entry, Ledger, load
from kiosk.reports.ledger.sheet import missing, table
from kiosk.reports.ledger.values import cell
from kiosk.reports.material import Asked, Material
from kiosk.state.reports import Cell, LedgerLine, LedgerPage, Reach

if TYPE_CHECKING:
    from kiosk.core.table import Table
    from kiosk.core.text import Lang
    from kiosk.reports.form import Form
    from kiosk.reports.ledger.sheet import Missing
    from kiosk.reports.model import Report
    from kiosk.state.reports import Format


class RecordsDesk:
    """See `kiosk.state.reports.Desk`.

    Args:
        data: data folder: the kiosk's book, its packs, and the office's folder with the ledger.
        db: URL or file of the office's database; None: this kiosk's own book.
        office: the office's folder with `ledger.toml` and `ledger.db`; None: `office` in the data folder.
        site: where this kiosk stands, in words.
    """

    def __init__(self, data: Path, db: str | None = None, office: Path | None = None, *, site: str = "") -> None:
        self._data, self._db, self._site = data, db, site
        self._office = office or data / "office"
        self._setup = load(self._office)
        self._counted: CountedSource | None = None
        self._joined: dict[Lang, Joined] = {}

    def prepare(self) -> float:
        """Count a block of the book; an office's database has its sums ready."""
        source = self._book()
        return 1.0 if source is None else source.count_on()

    def reach(self) -> Reach:
        """Days, workshops and kiosks of the records."""
        source = self._book()
        if source is not None:
            first, last = source.days() or (None, None)
            return Reach(first, last, source.records, source.units())
        return office_reach(self._with("zh"))

    def report(self, name: str, asked: Asked, lang: Lang) -> Report:
        """Made as `kiosk report` makes it."""
        return self._with(lang).report(name, asked)

    def file(self, report: Report, kind: Format, lang: Lang) -> bytes:
        """Written as `kiosk report export` writes it."""
        return report_file(report, self._form(), kind, lang)

    def ledgers(self) -> Sequence[tuple[str, Text]]:
        """As `ledger.toml` has them."""
        return [(one.name, one.title) for one in self._setup.ledgers]

    def ledger(self, name: str, lang: Lang) -> LedgerPage:
        """Filled, and looked through as `kiosk ledger check` does."""
        one = self._setup.ledger(name)
        with closing(LedgerBook(self._office)) as book:
            book.fill(one, lines(one.rows, self._with(lang), Asked()))
            found = book.lines(one)
            gaps = missing(one, found, book.sound)
        by_cell = {(gap.line, gap.key): gap for gap in gaps}
        return LedgerPage(
            one.name, one.title, tuple(_line(one, line, by_cell, lang) for line in reversed(found)), len(gaps)
        )

    def add(self, ledger: str, line: str, cells: Mapping[str, str]) -> None:
        """Into `ledger.db`, where nothing is overwritten."""
        with closing(LedgerBook(self._office)) as book:
            book.add(self._setup.ledger(ledger), line, cells, (), datetime.now().astimezone())

    def ledger_file(self, name: str, kind: Format, lang: Lang) -> bytes:
        """Written as `kiosk ledger export` writes it."""
        title = self._setup.ledger(name).title
        return tables_file(title, Material(()).about(), [self.ledger_table(name)], self._form(), kind, lang)

    def ledger_table(self, name: str) -> Table:
        """As `kiosk ledger export` has it."""
        one = self._setup.ledger(name)
        with closing(LedgerBook(self._office)) as book:
            return table(one, book.lines(one))

    def close(self) -> None:
        """Let go of the catalog and the database."""
        for joined in self._joined.values():
            joined.close()
        self._joined.clear()

    def _book(self) -> CountedSource | None:
        if self._db is None and self._counted is None:
            facts = {key: kind.facts for key, kind in discover().items()}
            self._counted = CountedSource(self._data / "records.db", facts)
        return self._counted

    def _with(self, lang: Lang) -> Joined:
        if lang not in self._joined:
            self._joined[lang] = Joined(self._db, self._data, self._setup, lang, self._book(), site=self._site)
        return self._joined[lang]

    def _form(self) -> Form:
        return replace(self._setup.form, day=datetime.now().astimezone().date())


def office_reach(joined: Joined) -> Reach:
    """What an office's database holds."""
    from kiosk.records.facts import RECORDS
    from kiosk.reports.catalogue import Needs

    needs = Needs(frozenset({"day", "unit", "measure"}), measures=(RECORDS,))
    found = list(joined.source.facts(needs, Asked()))
    days = [fact.day for fact in found]
    names = joined.source.names()
    kiosks = {device: names.get(device) or device[:8] for device in joined.source.devices()}
    units = tuple(sorted({fact.unit for fact in found} - {""}))
    return Reach(min(days, default=None), max(days, default=None), sum(f.count for f in found), units, kiosks)


def _line(ledger: Ledger, line: Filled, gaps: Mapping[tuple[str, str], Missing], lang: Lang) -> LedgerLine:
    number = f"{line.year}-{line.number}"
    told = [
        (one.title, words)
        for one in ledger.columns
        if one.source and one.source != "number" and (words := _words(one, line.record.get(one.source), lang))
    ]
    own = [
        Cell(
            one.key,
            one.title,
            one.kind,
            _own(one, line, lang),
            gap.todo if (gap := gaps.get((number, one.key))) else None,
        )
        for one in ledger.columns
        if not one.source
    ]
    name = line.record.get("name") or line.record.get("problem") or line.id
    return LedgerLine(line.id, number, line.day, str(name), tuple(told), tuple(own))


def _own(column: Entry, line: Filled, lang: Lang) -> str:
    if column.kind == "photos":
        count = len(line.photos.get(column.key, ()))
        return Text(f"{count} 张", f"{count} photos")(lang) if count else ""
    return _words(column, line.added.get(column.key), lang)


def _words(column: Entry, held: object, lang: Lang) -> str:
    return said(cell(column, held), column.column.type, lang)
