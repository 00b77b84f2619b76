"""A real PostgreSQL server beside SQLite. Where the tests of sync run as root on Linux (CI), it may not be missing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.postgres import MissingError, Postgres, server

from kiosk.fleet.office import Office


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    try:
        with server() as running:
            yield running
    except MissingError as error:
        if sys.platform == "linux" and os.geteuid() == 0:
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "office.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.fresh()


@pytest.fixture
def office(url: str) -> Iterator[Office]:
    opened = Office(url)
    yield opened
    opened.close()
