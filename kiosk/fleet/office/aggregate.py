"""`daily` and `monthly`: facts added up, in the transaction that puts or changes their records.

`monthly` is the same without days and kiosks, for reports of a year: the questions of a quiz by day, kiosk and workshop are more
rows than there are answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, delete, select, text
from sqlalchemy.dialects import sqlite

from kiosk.fleet.office.rows import copied, entry_of
from kiosk.fleet.office.schema import daily, monthly, record
from kiosk.fleet.office.times import stamp
from kiosk.records.entry import Entry
from kiosk.records.facts import ByKind, Sums

GRAIN = 1000
"""`total` is whole thousandths."""
_AT_ONCE = 5000
_Amounts: TypeAlias = Mapping[tuple[Any, ...], tuple[int, int]]
"""Count and thousandths by the columns of a table's primary key, in the order of the table."""


def add(c: Connection, sums: Sums) -> None:
    """Add facts to what is there."""
    days = dict(sums.amounts())
    _put(c, daily, days)
    _put(c, monthly, _by_month(days.items()))


def again(c: Connection, device: str, days: Collection[date], by_kind: ByKind) -> None:
    """Add up some days of a kiosk anew, from the records as they are now."""
    here = (daily.c.device == device) & daily.c.day.in_(list(days))
    was = [(tuple(row[:7]), (-row[7], -row[8])) for row in c.execute(select(daily).where(here))]
    c.execute(delete(daily).where(here))
    _put(c, monthly, _by_month(was))
    sums = Sums(by_kind)
    for entry in _between(c, device, min(days), max(days)):
        if local_day(entry.at) in days:
            sums.add(entry)
    add(c, sums)
    c.execute(delete(monthly).where(monthly.c.count == 0, monthly.c.total == 0))


def local_day(moment: datetime) -> date:
    """The day by the office's clock, as `Sums` reckons it."""
    return moment.astimezone().date()


def _by_month(days: Iterable[tuple[tuple[Any, ...], tuple[int, int]]]) -> _Amounts:
    months: dict[tuple[Any, ...], tuple[int, int]] = {}
    for (day, _device, unit, kind, uid, measure, key), (count, total) in days:
        place = (day.replace(day=1), unit, kind, uid, measure, key)
        before = months.get(place, (0, 0))
        months[place] = (before[0] + count, before[1] + total)
    return months


def _put(c: Connection, table: Table, amounts: _Amounts) -> None:
    """Add amounts; on PostgreSQL through a table of this session, for one statement is faster than thousands."""
    if not amounts:
        return
    names = [column.name for column in table.columns]
    keys = ", ".join(f'"{column.name}"' for column in table.primary_key)
    listed = ", ".join(f'"{name}"' for name in names)
    adds = f'"count" = {table.name}."count" + excluded."count", "total" = {table.name}."total" + excluded."total"'
    if c.dialect.name == "postgresql":
        c.execute(text(f"CREATE TEMP TABLE IF NOT EXISTS {table.name}_in (LIKE {table.name})"))
        driver: Any = c.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(f"COPY {table.name}_in ({listed}) FROM STDIN") as copy:
            for part in copied((*place, *amount) for place, amount in amounts.items()):
                copy.write(part)
        c.execute(text(
            f"INSERT INTO {table.name} ({listed}) SELECT {listed} FROM {table.name}_in "  # noqa: S608 - our own names
            f"ON CONFLICT ({keys}) DO UPDATE SET {adds}"
        ))  # fmt: skip
        c.execute(text(f"TRUNCATE {table.name}_in"))
        return
    new = sqlite.insert(table)
    statement = new.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={"count": table.c.count + new.excluded.count, "total": table.c.total + new.excluded.total},
    )
    rows = [dict(zip(names, (*place, *amount), strict=True)) for place, amount in amounts.items()]
    for at in range(0, len(rows), _AT_ONCE):
        c.execute(statement, rows[at : at + _AT_ONCE])


def _between(c: Connection, device: str, first: date, last: date) -> Iterator[Entry]:
    begins = datetime.combine(first, datetime.min.time()).astimezone()
    ends = datetime.combine(last + timedelta(days=1), datetime.min.time()).astimezone()
    r = record.c
    rows = c.execute(select(record).where(r.device == device, r.at >= stamp(begins), r.at < stamp(ends)))
    return (entry_of(row) for row in rows)
