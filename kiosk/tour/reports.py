"""Reports in the tour: some weeks of made-up use in a folder of their own, over the sample packs, and a stick to take them on."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.tour.clock import MovableClock
from kiosk.tour.hand import Hand

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.records.entry import Entry

DAYS = 40
_PEOPLE = (230, 120, 96, 64, 58, 40, 8, 44)
_COLUMNS = "sequence, device, boot, at, monotonic, clock_trusted, visit, uid, kind, version, payload, person, unit"


def listed(a: App, h: Hand) -> None:
    """All reports, beside the visits of the month."""
    from kiosk.reporting.desk import RecordsDesk
    from kiosk.screens.reports.viewmodel import ReportsViewModel
    from kiosk.shell.page import Page
    from kiosk.state.reportstick import NAMED, Place, ReportStick

    scratch = Path(tempfile.mkdtemp(prefix="pioneer-tour-reports-"))
    data, stick = scratch / "kiosk", scratch / "stick"
    data.mkdir()
    stick.mkdir()
    for name in ("catalog", "store"):
        (data / name).symlink_to(_house(a) / name, target_is_directory=True)
    _fill(a, data)
    place = Place(stick, (NAMED,), make=True)
    vm = ReportsViewModel(lambda: RecordsDesk(data), ReportStick(lambda: place), a.lanes, a.visit, a.clock)
    vm.destroyed.connect(lambda: shutil.rmtree(scratch, ignore_errors=True))
    file = Path(__file__).resolve().parent.parent / "screens/reports/ReportsScreen.qml"
    a.shell.push(Page("reports", file, vm))
    _answered(a, h)


def workshops(a: App, h: Hand) -> None:
    """Which workshop came the least."""
    _touch(a, h, "reports.open.workshops")


def quizzes(a: App, h: Hand) -> None:
    """The hardest questions."""
    _touch(a, h, "nav.back", "reports.open.quizzes")


def table(a: App, h: Hand) -> None:
    """Every number."""
    _touch(a, h, "reports.table")


def months(a: App, h: Hand) -> None:
    """Another month, or a workshop."""
    _touch(a, h, "nav.back", "reports.filter")


def formats(a: App, h: Hand) -> None:
    """What may be taken along."""
    _touch(a, h, "reports.filter.done", "reports.export")
    h.wait(lambda: _page(a).exporting.there, "the stick")


def written(a: App, h: Hand) -> None:
    """On the stick, and read back."""
    _touch(a, h, "reports.write")
    h.see("reports.end")


def ledger(a: App, h: Hand) -> None:
    """What an inspection would ask for."""
    _touch(a, h, "nav.back", "nav.back", "reports.open.ledger")
    h.wait(lambda: not _page(a).ledger.loading, "the ledger")


def line(a: App, h: Hand) -> None:
    """One line of it."""
    _touch(a, h, f"reports.line.{_page(a).ledger.lines[0]['number']}")


def typing(a: App, h: Hand) -> None:
    """What the officer adds."""
    _touch(a, h, "reports.cell.content")
    h.see("key.q")


def _house(a: App) -> Path:
    """The data folder that the tour's own catalog was copied from: the one that its pictures lie in."""
    for card in a.library.snapshot.cards:
        for parent in Path(card.poster).parents:
            if parent.name == "store":
                return parent.parent
    return a.settings.data_dir


def _fill(a: App, data: Path) -> None:
    from kiosk.fleet.simulate import UNITS, Plan, entries
    from kiosk.records import open_book
    from kiosk.reports.ledger.config import default_text

    start = a.clock.now().astimezone().date() - timedelta(days=DAYS)
    made = entries(Plan(kiosks=1, days=DAYS, seed=7, start=start, visits=10.0), 0)
    with closing(open_book(data / "records.db")):
        pass
    rows = (
        (e.sequence, e.device, e.boot, e.at.isoformat(timespec="milliseconds"), e.monotonic, int(e.clock_trusted), e.visit, e.uid,
         e.kind, e.version, json.dumps(e.payload, ensure_ascii=False), e.person, e.unit)
        for e in _at_home(a, data, list(made))
    )  # fmt: skip
    with closing(sqlite3.connect(data / "records.db")) as book:
        book.executemany(f"INSERT INTO record ({_COLUMNS}) VALUES ({', '.join('?' * 13)})", rows)  # noqa: S608
        book.commit()
    people = "".join(f'"{unit}" = {count}\n' for unit, count in zip(UNITS, _PEOPLE, strict=True))
    (data / "office").mkdir()
    (data / "office" / "ledger.toml").write_text(default_text().replace("[people]\n", f"[people]\n{people}"), "utf-8")


def _at_home(a: App, data: Path, made: list[Entry]) -> Iterator[Entry]:
    """The made-up items are called by those of the sample packs, kind by kind."""
    from kiosk.reporting.contents import Contents

    own: dict[str, str] = {entry.uid: entry.kind.partition("-")[0] for entry in made if entry.kind in a.kinds}
    there: dict[str, list[str]] = {}
    asked: dict[str, list[str]] = {}
    with closing(Contents(data, "zh")) as contents:
        for uid, item in sorted(contents.items.items()):
            there.setdefault(item.kind, []).append(uid)
            asked[uid] = [q.id for q in getattr(contents.of(uid), "questions", ()) if hasattr(q, "prompt")]
    names: dict[str, str] = {}
    for uid in sorted({entry.uid for entry in made}):
        choice = there.get(own.get(uid, "story"), [])
        if uid and choice:
            names[uid] = choice[len(names) % len(choice)]
    for entry in made:
        uid = names.get(entry.uid, entry.uid)
        yield replace(entry, uid=uid, payload=_with_own_question(entry.payload, asked.get(uid, [])))


def _with_own_question(payload: Mapping[str, Any], questions: list[str]) -> Mapping[str, Any]:
    digits = "".join(filter(str.isdigit, str(payload.get("question", ""))))
    return {**payload, "question": questions[int(digits) % len(questions)]} if digits and questions else payload


def _touch(a: App, h: Hand, *names: str) -> None:
    """Touch one after another, later than a second tap would be."""
    for name in names:
        if isinstance(a.clock, MovableClock):
            a.clock.jump(1)
        h.touch(name)
        _answered(a, h)


def _answered(a: App, h: Hand) -> None:
    h.wait(lambda: a.lanes.waiting == 0 and not _page(a).preparing and not _page(a).loading, "the numbers")
    h.settle(0.1)


def _page(a: App) -> Any:
    assert a.shell.page is not None
    return a.shell.page.vm
