"""Adding `daily` up anew from all records: after an upgrade, or when a kind says more about its records than before."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import delete, func, select

from kiosk.fleet.office import aggregate
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.rows import entry_of
from kiosk.fleet.office.schema import daily, monthly, note, record
from kiosk.records.facts import ByKind, Sums

STALE = "daily_stale"
_AT_ONCE = 20_000


def stale(office: Office) -> bool:
    """Whether records came before there was `daily`."""
    with office.reader() as c:
        return c.execute(select(note.c.value).where(note.c.name == STALE)).first() is not None


def recount(office: Office, by_kind: ByKind, progress: Callable[[int, int], None] | None = None) -> int:
    """Replace `daily` in one transaction; reports see the old sums until it is whole.

    Args:
        by_kind: the kinds' functions by key.
        progress: records done, and in all.

    Returns:
        How many records there are.
    """
    done, r = 0, record.c
    with office.transaction() as c:
        total = c.execute(select(func.count()).select_from(record)).scalar_one()
        c.execute(delete(daily))
        c.execute(delete(monthly))
        place: tuple[str, int] = ("", 0)
        while True:
            later = (r.device > place[0]) | ((r.device == place[0]) & (r.sequence > place[1]))
            rows = c.execute(select(record).where(later).order_by(r.device, r.sequence).limit(_AT_ONCE)).all()
            if not rows:
                break
            sums = Sums(by_kind)
            for row in rows:
                sums.add(entry_of(row))
            aggregate.add(c, sums)
            place, done = (rows[-1].device, rows[-1].sequence), done + len(rows)
            if progress is not None:
                progress(done, total)
        c.execute(delete(note).where(note.c.name == STALE))
    return done
