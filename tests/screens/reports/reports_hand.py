"""The report page past the door, and a finger on it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from support.kiosk import PORTRAIT, Kiosk, running
from support.stick import HASHED, Stick, enter

from kiosk.fleet.simulate import Plan
from kiosk.packs.volumes import Volume
from kiosk.reports.material import Asked

PLAN = Plan(kiosks=3, days=40, seed=7, start=date(2026, 3, 22), visits=12.0)
LAST = date(2026, 4, 30)
APRIL = Asked(date(2026, 4, 1), LAST)


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


def volume(place: Path) -> Volume:
    return Volume(place, "/dev/sdz1", "sdz", removable=True)


def acts(data: Path) -> list[dict]:
    with closing(sqlite3.connect(data / "records.db")) as book:
        return [
            json.loads(row[0])
            for row in book.execute("SELECT payload FROM record WHERE kind = 'admin' ORDER BY sequence")
        ]
