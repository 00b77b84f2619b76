"""`daily`: facts added up, in the transaction that puts or changes their records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.fleet.office.rows import entry_of
from kiosk.fleet.office.schema import daily, record
from kiosk.fleet.office.times import stamp
from kiosk.records.facts import ByKind, Fact, Sums

GRAIN = 1000
"""`daily.total` is whole thousandths."""
_KEY = ("device", "day", "kind", "uid", "measure", "key", "unit")
_AT_ONCE = 5000


def add(c: Connection, sums: Sums) -> None:
    """Add facts to what is there."""
    make: Any = postgresql.insert if c.dialect.name == "postgresql" else sqlite.insert
    new = make(daily)
    statement = new.on_conflict_do_update(
        index_elements=_KEY,
        set_={"count": daily.c.count + new.excluded.count, "total": daily.c.total + new.excluded.total},
    )
    facts = iter(sums)
    while part := [_row(fact) for fact in islice(facts, _AT_ONCE)]:
        c.execute(statement, part)


def again(c: Connection, device: str, days: Collection[date], by_kind: ByKind) -> None:
    """Add up some days of a kiosk anew, from the records as they are now."""
    sums = Sums(by_kind)
    for day in sorted(days):
        c.execute(delete(daily).where(daily.c.device == device, daily.c.day == day))
        for entry in _of_day(c, device, day):
            sums.add(entry)
    add(c, sums)


def local_day(moment: datetime) -> date:
    """The day by the office's clock, as `Sums` reckons it."""
    return moment.astimezone().date()


def _of_day(c: Connection, device: str, day: date) -> Iterator[Any]:
    begins = datetime.combine(day, datetime.min.time()).astimezone()
    ends = datetime.combine(day + timedelta(days=1), datetime.min.time()).astimezone()
    r = record.c
    rows = c.execute(select(record).where(r.device == device, r.at >= stamp(begins), r.at < stamp(ends)))
    return (entry_of(row) for row in rows)


def _row(fact: Fact) -> dict[str, Any]:
    return {
        "day": fact.day,
        "device": fact.device,
        "unit": fact.unit,
        "kind": fact.kind,
        "uid": fact.uid,
        "measure": fact.measure,
        "key": fact.key,
        "count": fact.count,
        "total": round(fact.total * GRAIN),
    }
