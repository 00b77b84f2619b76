"""A kiosk's own book: read as it streams, at the same times as if all of it had been looked at."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.cli.fleet import by_kind
from kiosk.fleet.simulate import Plan, Truth, entries
from kiosk.records import open_book
from kiosk.records.entry import Entry
from kiosk.records.facts import Sums
from kiosk.records.repair import repair
from kiosk.reporting.source import BookSource
from kiosk.reports.catalogue import NEEDS, Needs
from kiosk.reports.material import Asked

PLAN = Plan(kiosks=10, days=20, seed=3, start=date(2026, 4, 1), visits=6.0)
EVERYTHING = Needs(frozenset())
WRONG = 9  # the kiosk that starts each day with a wrong clock


@pytest.fixture(scope="module")
def made() -> tuple[list[Entry], Truth]:
    truth = Truth()
    return list(entries(PLAN, WRONG, truth)), truth


@pytest.fixture(scope="module")
def book(made, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("book") / "records.db"
    with closing(open_book(path)):
        pass
    rows = [
        (e.sequence, e.device, e.boot, e.at.isoformat(timespec="milliseconds"), e.monotonic, int(e.clock_trusted), e.visit, e.uid,
         e.kind, e.version, json.dumps(e.payload), e.person, e.unit)
        for e in made[0]
    ]  # fmt: skip
    columns = "sequence, device, boot, at, monotonic, clock_trusted, visit, uid, kind, version, payload, person, unit"
    with closing(sqlite3.connect(path)) as opened:
        opened.executemany(f"INSERT INTO record ({columns}) VALUES ({', '.join('?' * 13)})", rows)
        opened.commit()
    return path


@pytest.fixture
def source(book: Path) -> BookSource:
    return BookSource(book, by_kind())


def mended(found: list[Entry]) -> list[Entry]:
    return [replace(e, at=r.at) for e, r in zip(found, repair(found), strict=True)]


@pytest.mark.parametrize(
    "asked", [Asked(), Asked(date(2026, 4, 3), date(2026, 4, 9)), Asked(last=date(2026, 4, 2), unit="三车间")]
)
def test_facts_are_those_of_all_records(source: BookSource, made, asked: Asked) -> None:
    sums = Sums(by_kind())
    for entry in mended(made[0]):
        sums.add(entry)
    assert sum(not e.clock_trusted for e in made[0]) > 100, "the clock was wrong"
    assert list(source.facts(EVERYTHING, asked)) == [fact for fact in sums if asked.covers(fact)]
    assert all(f.day >= PLAN.start for f in sums), "no day of the wrong clock is left"


def test_needs_leave_out_what_nobody_reads(source: BookSource) -> None:
    for name, needs in NEEDS.items():
        for fact in source.facts(needs, Asked()):
            assert not needs.kinds or fact.kind in needs.kinds, name
            assert not needs.measures or fact.measure in needs.measures, name


def test_people_and_entries(source: BookSource, made) -> None:
    found, truth = made
    assert sum(1 for _ in source.entries("quiz", Asked())) == truth.kinds["quiz"]
    assert {person for _, person in source.took_part(Asked())} == {e.person for e in found if e.person}
    day = Asked(date(2026, 4, 5), date(2026, 4, 5))
    assert [e.sequence for e in source.entries("view", day)] == [
        e.sequence for e in mended(found) if e.kind == "view" and e.at.astimezone().date() == day.first
    ]
    assert source.devices() == ("sim-010",) and source.people() == {}
