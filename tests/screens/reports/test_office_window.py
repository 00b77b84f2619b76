"""The same page in a window of the office, over the office's database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.kiosk import SPEAKS_ENGLISH

from kiosk.cli.fleet import by_kind
from kiosk.cli.office_reports import OfficeWindow
from kiosk.fleet.office.database import Office
from kiosk.fleet.simulate import Plan
from kiosk.fleet.simulated import feed
from kiosk.reporting.joined import Joined
from kiosk.reports.ledger.config import load
from kiosk.tour.hand import Hand

PLAN = Plan(kiosks=2, days=30, seed=7, start=date(2026, 4, 1), visits=5.0)


@pytest.mark.parametrize("mark", [pytest.param(None, marks=SPEAKS_ENGLISH)])
def test_reports_of_all_kiosks_in_a_window(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: None
) -> None:
    del mark
    monkeypatch.setenv("KIOSK_LANG", "zh")
    database = tmp_path / "office.db"
    office = Office(database)
    feed(PLAN, office, by_kind(), lambda *_: None)
    office.close()
    out = tmp_path / "out"
    out.mkdir()
    window = OfficeWindow(tmp_path, str(database), tmp_path / "office", out)
    warnings: list[str] = []
    window.engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
    hand, page = Hand(window.qt, window.window), window.reports
    window.window.resize(960, 540)
    try:
        hand.wait(lambda: not page.preparing and not page.loading and window.lanes.waiting == 0, "the numbers")
        for name in ("reports.open.workshops", "reports.filter"):
            hand.settle(0.05)
            hand.touch(name)
        kiosks = [row["key"] for row in page.filter.kiosks if row["key"]]
        assert len(kiosks) == 2
        page.filter.chooseKiosk(kiosks[1])
        hand.wait(lambda: window.lanes.waiting == 0 and not page.loading, "one kiosk")
        joined = Joined(str(database), tmp_path, load(tmp_path / "office"), "zh")
        try:
            assert page._report == joined.report("workshops", page.filter.asked())
        finally:
            joined.close()
        for name in ("reports.filter.done", "reports.export"):
            hand.touch(name)
            hand.settle(0.05)
        hand.wait(lambda: page.exporting.there, "the folder")
        hand.touch("reports.write")
        hand.wait(lambda: page.exporting.tone == "good", "it is saved")
        assert [file.suffix for file in out.iterdir()] == [".xlsx"]
        hand.touch("office.language")
        hand.wait(lambda: window.lanes.waiting == 0 and page.name == "Participation by workshop", "English")
        hand.touch("office.back")
        hand.wait(lambda: page.view == "report", "back")
    finally:
        window.close()
    assert warnings == []
