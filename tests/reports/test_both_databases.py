"""The same records give the same reports from SQLite and from a real PostgreSQL server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from support.postgres import MissingError, server

from kiosk.cli.fleet import by_kind
from kiosk.fleet.office.database import Office
from kiosk.fleet.simulated import feed
from kiosk.reporting.joined import Joined
from kiosk.reports.catalogue import REPORTS
from kiosk.reports.ledger.config import load
from kiosk.reports.ledger.lines import activities
from kiosk.reports.material import Asked
from reports.conftest import PLAN


@pytest.fixture(scope="module")
def both(office, tmp_path_factory) -> Iterator[tuple[Joined, Joined]]:
    empty = tmp_path_factory.mktemp("data")
    try:
        with server() as running:
            url = running.fresh()
            other = Office(url)
            feed(PLAN, other, by_kind(), lambda *_: None)
            other.close()
            opened = tuple(Joined(db, empty, load(empty), "zh") for db in (str(office.path), url))
            yield opened  # type: ignore[misc]
            for one in opened:
                one.close()
    except MissingError as error:
        if sys.platform == "linux" and os.geteuid() == 0:
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


WHOLE = Asked(date(2026, 4, 1), date(2026, 5, 31))
SOME = Asked(date(2026, 4, 7), date(2026, 5, 3), "三车间", "sim-002")


@pytest.mark.parametrize("asked", [Asked(), WHOLE, SOME], ids=["all", "months", "some"])
@pytest.mark.parametrize("name", REPORTS)
def test_reports_are_equal(both: tuple[Joined, Joined], name: str, asked: Asked) -> None:
    one, other = (joined.report(name, asked) for joined in both)
    assert one == other


def test_the_ledger_is_equal(both: tuple[Joined, Joined]) -> None:
    one, other = (activities(joined.ledger_material(Asked())) for joined in both)
    assert one == other and len(one) > 5
