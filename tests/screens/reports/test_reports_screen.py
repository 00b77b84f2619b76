"""The report page by touch: behind the door, in both orientations, with the numbers of the command and of plain SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.booked import fill_book
from support.kiosk import LANDSCAPE, PORTRAIT, SIZES, SPEAKS_ENGLISH, Kiosk, running
from support.stick import HASHED, Stick, enter
from support.union import Union

from kiosk.fleet.simulate import Plan, entries
from kiosk.packs.volumes import Volume
from kiosk.reporting import counted
from kiosk.reporting.joined import Joined
from kiosk.reports.ledger.config import default_text, load
from kiosk.reports.material import Asked

PLAN = Plan(kiosks=3, days=40, seed=7, start=date(2026, 3, 22), visits=12.0)
LAST = date(2026, 4, 30)
APRIL = Asked(date(2026, 4, 1), LAST)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill_book(tmp_path_factory.mktemp("book") / "records.db", entries(PLAN, 0))


@pytest.fixture
def hall(own_union: Union, filled: Path) -> Path:
    """A kiosk with some weeks of use, and a ledger that knows how many people there are."""
    (own_union.data / "records.db").write_bytes(filled.read_bytes())
    office = own_union.data / "office"
    office.mkdir()
    people = '[people]\n"一车间" = 400\n"二车间" = 300\n"三车间" = 200\n"机修车间" = 200\n"质检科" = 6\n'
    (office / "ledger.toml").write_text(default_text().replace("[people]\n", people), "utf-8")
    return own_union.data


@contextmanager
def opened(data: Path, size: tuple[int, int] = PORTRAIT, stick: Stick | None = None) -> Iterator[Kiosk]:
    """The page, past the door."""
    with running(data, size, pin=HASHED, media=stick.media if stick else None) as k:
        k.app.duty.gate.enter("reports")
        enter(k)
        k.hand.wait(lambda: k.names[-1] == "reports", "the page")
        answered(k)
        yield k


def answered(k: Kiosk) -> None:
    k.hand.wait(lambda: k.app.lanes.waiting == 0 and not k.vm.preparing and not k.vm.loading, "the numbers", 30)
    k.hand.settle(0.05)


def go(k: Kiosk, *names: str) -> None:
    for name in names:
        k.touch_late(name)
        answered(k)


def reachable(k: Kiosk) -> None:
    """Nothing is touched in the upper part of a tall screen."""
    if k.hand.window.height() > k.hand.window.width():
        for item in k.hand.items():
            if item.objectName().startswith("reports.") and item.property("down") is not None:
                assert k.hand.middle(item).y() >= 768, item.objectName()


@SIZES
def test_every_report_is_told_by_touch(hall: Path, size: tuple[int, int]) -> None:
    with opened(hall, size) as k:
        joined = Joined(None, hall, load(hall / "office"), "zh")
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
        joined = Joined(None, hall, load(hall / "office"), "zh")
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


@pytest.mark.parametrize("kind", ["xlsx", "pdf", "csv"])
def test_a_report_goes_to_the_stick_and_is_read_back(hall: Path, tmp_path: Path, kind: str) -> None:
    stick = Stick(tmp_path / "PIONEER")
    stick.place.mkdir()
    with opened(hall, stick=stick) as k:
        go(k, "reports.open.workshops", "reports.export")
        assert not k.hand.see("reports.write").property("enabled")
        stick.mounts.append(_volume(stick.place))
        k.hand.wait(lambda: k.vm.exporting.there, "the stick")
        go(k, f"reports.format.{kind}", "reports.write")
        k.hand.wait(lambda: k.vm.exporting.tone == "good", "it is written")
        assert k.shows("写好了，可以拔了")
        reachable(k)
        (written,) = (stick.place / "先锋屏报表").iterdir()
        assert written.name.startswith("各车间参加情况 2026 年 4 月")
        body = written.read_bytes()
        assert body[:4] == {"xlsx": b"PK\x03\x04", "pdf": b"%PDF", "csv": b"\xef\xbb\xbf" + "车".encode()[:1]}[kind]
        if kind == "xlsx":
            with ZipFile(written) as book:
                words = book.read("xl/sharedStrings.xml").decode()
            assert all(row[0] in words for row in k.vm._report.tables[0].rows if isinstance(row[0], str))
    assert [r["act"] for r in _acts(hall) if r["act"].startswith("report")] == ["report-export"]


@pytest.mark.expect_log("kiosk.state.reportstick: a report could not be written")
def test_a_stick_pulled_out_too_early_is_told(hall: Path, tmp_path: Path) -> None:
    stick = Stick(tmp_path / "PIONEER")
    stick.place.mkdir()
    stick.mounts.append(_volume(stick.place))
    with opened(hall, stick=stick) as k:
        go(k, "reports.open.visits", "reports.export")
        k.hand.wait(lambda: k.vm.exporting.there, "the stick")
        stick.place.rmdir()
        go(k, "reports.write")
        k.hand.wait(lambda: k.vm.exporting.tone == "bad", "it failed")
        assert k.shows("没写完，U 盘就断开了。")


@SIZES
def test_the_ledger_fills_itself_and_the_officer_adds(hall: Path, size: tuple[int, int]) -> None:
    with opened(hall, size) as k:
        go(k, "reports.open.ledger")
        k.hand.wait(lambda: not k.vm.ledger.loading, "the ledger")
        before = k.vm.ledger._page.gaps
        assert k.shows(f"还缺 {before} 处")
        line = k.vm.ledger.lines[0]
        reachable(k)
        go(k, f"reports.line.{line['number']}")
        reachable(k)
        assert k.shows("照片请在办公室电脑上加")
        go(k, "reports.cell.cost")
        field = k.hand.see("reports.field")
        k.hand.wait(lambda: k.hand.find("key.confirm"), "the keyboard")
        field.setProperty("text", "三百")
        go(k, "key.confirm")
        k.hand.wait(lambda: k.vm.ledger.refused, "it was refused")
        assert k.vm.view == "cell"
        field.setProperty("text", "360.5")
        go(k, "key.confirm")
        k.hand.wait(lambda: k.vm.view == "line" and k.vm.ledger._page.gaps == before - 1, "it was written down")
        assert k.shows("360.5")
    assert [r["detail"] for r in _acts(hall) if r["act"] == "ledger"] == ["activities cost"]


@pytest.mark.parametrize("name", ["suggestions", "lectures", "prizes"])
def test_other_ledgers_open(hall: Path, name: str) -> None:
    with opened(hall) as k:
        go(k, "reports.open.ledger", f"reports.ledger.{name}")
        k.hand.wait(lambda: not k.vm.ledger.loading, "the ledger")
        assert k.vm.ledger.current[0] == name


def test_nobody_came_yet(own_union: Union) -> None:
    with opened(own_union.data) as k:
        assert k.hand.find("reports.title") is not None


def test_a_long_count_shows_how_far_it_is_and_can_be_left(hall: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "BLOCK", 50)
    with running(hall, pin=HASHED) as k:
        k.app.duty.gate.enter("reports")
        enter(k)
        k.hand.wait(lambda: k.names[-1] == "reports" and 0 < k.vm.progress < 1, "it counts")
        assert k.vm.preparing
        k.touch_late("nav.home")
        k.hand.wait(lambda: k.names == ["home"], "home")
    with opened(hall) as k:
        assert k.vm._asker.reach.records >= sum(1 for _ in entries(PLAN, 0))


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


def _volume(place: Path) -> Volume:
    return Volume(place, "/dev/sdz1", "sdz", removable=True)


def _acts(data: Path) -> list[dict]:
    with closing(sqlite3.connect(data / "records.db")) as book:
        return [
            json.loads(row[0])
            for row in book.execute("SELECT payload FROM record WHERE kind = 'admin' ORDER BY sequence")
        ]
