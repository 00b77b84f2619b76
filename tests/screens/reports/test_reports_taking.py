"""Reports taken along on a stick, the ledger, and a count that takes long: by touch."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from reports_hand import PLAN, acts, go, opened, reachable, volume
from support.kiosk import SIZES, running
from support.stick import HASHED, Stick, enter
from support.union import Union

from kiosk.fleet.simulate import entries
from kiosk.reporting import counted


@pytest.mark.parametrize("kind", ["xlsx", "pdf", "csv"])
def test_a_report_goes_to_the_stick_and_is_read_back(hall: Path, tmp_path: Path, kind: str) -> None:
    stick = Stick(tmp_path / "PIONEER")
    stick.place.mkdir()
    with opened(hall, stick=stick) as k:
        go(k, "reports.open.workshops", "reports.export")
        assert not k.hand.see("reports.write").property("enabled")
        stick.mounts.append(volume(stick.place))
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
    assert [r["act"] for r in acts(hall) if r["act"].startswith("report")] == ["report-export"]


@pytest.mark.expect_log("kiosk.state.reportstick: a report could not be written")
def test_a_stick_pulled_out_too_early_is_told(hall: Path, tmp_path: Path) -> None:
    stick = Stick(tmp_path / "PIONEER")
    stick.place.mkdir()
    stick.mounts.append(volume(stick.place))
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
    assert [r["detail"] for r in acts(hall) if r["act"] == "ledger"] == ["activities cost"]


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
