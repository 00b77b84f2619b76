"""The report page by touch: behind the door, in both orientations, with the numbers of the command and of plain SQL."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from reports_hand import APRIL, LAST, answered, go, opened, reachable
from support.kiosk import LANDSCAPE, SIZES, SPEAKS_ENGLISH, running
from support.stick import HASHED, enter

from kiosk.reporting.joined import Joined
from kiosk.reports.ledger.config import load
from kiosk.reports.material import Asked


@SIZES
def test_every_report_is_told_by_touch(hall: Path, size: tuple[int, int]) -> None:
    with opened(hall, size) as k:
        joined = Joined(None, hall, load(hall / "office"), "zh", site=k.app.settings.site)
        try:
            for entry in [dict(row) for row in k.vm.reports if row["key"] != "ledger"]:
                go(k, f"reports.open.{entry['key']}")
                told = joined.report(entry["key"], APRIL)
                assert k.vm._report == told, "the screen says what the command says"
                assert k.shows(told.headline.zh.replace("\n", ""))
                reachable(k)
                go(k, "nav.back")
            assert k.vm.view == "index"
        finally:
            joined.close()


def test_the_numbers_are_those_of_plain_sql(hall: Path) -> None:
    with closing(sqlite3.connect(hall / "records.db")) as book:
        rows = book.execute("SELECT at, kind, payload FROM record").fetchall()
    april = [(kind, json.loads(payload)) for at, kind, payload in rows if at.startswith("2026-04")]
    with opened(hall) as k:
        visits = sum(kind == "visit" for kind, _ in april)
        assert visits > 100
        assert k.shows(f"来了 {visits:,} 人次")
        go(k, "reports.open.quizzes", "reports.table")
        rounds = sum(int(row["cells"][0].replace(",", "")) for row in k.vm.rows)
        assert rounds == sum(kind == "quiz" and "result" in payload for kind, payload in april)


def test_small_workshops_are_hidden_and_the_least_one_is_the_title(hall: Path) -> None:
    with opened(hall, LANDSCAPE) as k:
        go(k, "reports.open.workshops")
        found = {bar["label"]: bar for bar in k.vm.chart["bars"]}
        assert found["质检科"]["share"] < 0
        assert found["质检科"]["words"] == "人少\n不列"
        least = min((bar for bar in found.values() if bar["share"] >= 0), key=lambda bar: bar["share"])
        assert least["marked"]
        assert k.shows(f"{least['label']}来得最少")


@SIZES
def test_months_workshops_and_spans_are_chosen_with_a_finger(hall: Path, size: tuple[int, int]) -> None:
    with opened(hall, size) as k:
        go(k, "reports.open.rooms", "reports.earlier")
        assert k.vm.filter.asked() == Asked(date(2026, 3, 1), date(2026, 3, 31))
        go(k, "reports.filter", "reports.month.4", "reports.several", "reports.month.3")
        assert k.vm.filter.asked() == Asked(date(2026, 3, 1), LAST)
        reachable(k)
        go(k, "reports.span.all", "reports.unit.三车间", "reports.filter.done")
        assert k.vm.filter.asked() == Asked(unit="三车间")
        joined = Joined(None, hall, load(hall / "office"), "zh", site=k.app.settings.site)
        try:
            assert k.vm._report == joined.report("rooms", Asked(unit="三车间"))
        finally:
            joined.close()


def test_a_month_without_records_says_so(hall: Path) -> None:
    with opened(hall) as k:
        go(k, "reports.open.studios")
        assert k.vm.empty
        assert not k.hand.see("reports.export").property("enabled")


@SIZES
def test_tables_scroll_and_change(hall: Path, size: tuple[int, int]) -> None:
    with opened(hall, size) as k:
        go(k, "reports.open.quizzes", "reports.table", "reports.table.1")
        rows = k.hand.see("reports.rows")
        assert rows.property("count") == len(k.vm._report.tables[1].rows) > 20
        go(k, "reports.more")
        k.hand.wait(lambda: rows.property("contentY") > 100, "it scrolled")
        reachable(k)
        go(k, "nav.back", "nav.back")
        assert k.vm.view == "index"


@pytest.mark.parametrize("mark", [pytest.param(None, marks=SPEAKS_ENGLISH)])
def test_it_speaks_english(hall: Path, mark: None) -> None:
    del mark
    with running(hall, pin=HASHED) as k:
        k.app.visit.setLang("en")
        k.app.duty.gate.enter("reports")
        enter(k)
        k.hand.wait(lambda: k.names[-1] == "reports", "the page")
        answered(k)
        go(k, "reports.open.workshops")
        assert k.shows("came the least")
        assert k.vm.filter.words == "Apr 2026"


def test_the_room_is_the_officers(hall: Path) -> None:
    with running(hall, pin=HASHED) as k:
        k.app.duty.gate.enter("reports")
        k.hand.wait(lambda: k.names[-1] == "pin", "the door")
        assert "reports" not in k.names
