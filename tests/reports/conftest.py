"""A made-up quarter in an office's database, and plain SQL to count it again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.cli.fleet import by_kind
from kiosk.fleet.office.database import Office
from kiosk.fleet.simulate import Plan, Truth
from kiosk.fleet.simulated import feed

PLAN = Plan(kiosks=3, days=45, seed=7, start=date(2026, 4, 1), visits=9.0)


class Recount:
    """Plain SQL over the records, with nothing of the program in between."""

    def __init__(self, path: Path, truth: Truth) -> None:
        self.path, self.truth = path, truth
        self._db = sqlite3.connect(path)

    def all(self, question: str, *values: object) -> list[tuple]:
        return self._db.execute(question, values).fetchall()

    def one(self, question: str, *values: object):
        return self.all(question, *values)[0][0]

    def close(self) -> None:
        self._db.close()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recount]:
    path = tmp_path_factory.mktemp("office") / "office.db"
    opened = Office(path)
    truth = feed(PLAN, opened, by_kind(), lambda *_: None)
    opened.close()
    recount = Recount(path, truth)
    yield recount
    recount.close()


def payload(text: str) -> dict:
    return json.loads(text)
