from __future__ import annotations

from pathlib import Path

import pytest
from reports_hand import PLAN
from support.booked import fill_book
from support.kiosk import own_union, union
from support.union import Union

from kiosk.fleet.simulate import entries
from kiosk.reports.ledger.config import default_text

__all__ = ["own_union", "union"]


@pytest.fixture(scope="session")
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
