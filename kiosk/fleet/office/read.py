"""What reports read: facts from `daily`, added up by the database; records of one item for details."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import Date, Select, func, literal, select
from sqlalchemy.sql.elements import ColumnElement

from kiosk.fleet.office.aggregate import GRAIN
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.rows import entry_of
from kiosk.fleet.office.schema import daily, record
from kiosk.fleet.office.times import stamp
from kiosk.records.entry import Entry
from kiosk.records.facts import Fact

Field: TypeAlias = Literal["day", "month", "device", "unit", "kind", "uid", "measure", "key"]
ALL: frozenset[Field] = frozenset({"day", "device", "unit", "kind", "uid", "measure", "key"})
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which facts, and how closely. Empty collections mean all.

    Args:
        since: first day.
        until: last day.
        keep: fields the report tells apart; the others come back empty, and the day as `since` (or its month's first).
            The fewer, the faster: a year's report over millions of records keeps `month` and not `day`.
    """

    since: date
    until: date
    devices: Collection[str] = ()
    units: Collection[str] = ()
    kinds: Collection[str] = ()
    measures: Collection[str] = ()
    keep: frozenset[Field] = ALL


def facts(office: Office, wanted: Wanted) -> Iterator[Fact]:
    """Facts, in no particular order."""
    d = daily.c
    groups: list[ColumnElement[Any]] = []
    columns: list[ColumnElement[Any]] = [_day(office, wanted).label("day")]
    if wanted.keep & {"day", "month"}:
        groups.append(_day(office, wanted))
    for name in ("device", "unit", "kind", "uid", "measure", "key"):
        if name in wanted.keep:
            columns.append(d[name])
            groups.append(d[name])
        else:
            columns.append(literal("").label(name))
    asked: Select[Any] = select(*columns, func.sum(d.count).label("times"), func.sum(d.total).label("thousandths"))
    asked = asked.where(d.day >= wanted.since, d.day <= wanted.until).group_by(*groups)
    for column, chosen in ((d.device, wanted.devices), (d.unit, wanted.units), (d.kind, wanted.kinds), (d.measure, wanted.measures)):  # fmt: skip
        if chosen:
            asked = asked.where(column.in_(list(chosen)))
    with office.reader() as c:
        for row in c.execution_options(yield_per=_AT_ONCE).execute(asked):
            if row.times is None:
                continue  # no group at all: there were no facts
            day = row.day if isinstance(row.day, date) else date.fromisoformat(str(row.day))
            yield Fact(
                day, row.device, row.unit, row.kind, row.uid, row.measure, row.key,
                count=int(row.times), total=int(row.thousandths) / GRAIN,
            )  # fmt: skip


def entries(
    office: Office,
    kind: str,
    uid: str = "",
    *,
    since: date | None = None,
    until: date | None = None,
    devices: Collection[str] = (),
) -> Iterator[Entry]:
    """Records of one kind, or of one item of it, by kiosk and sequence, at their repaired times.

    Args:
        since: first day, by the office's clock.
        until: last day.
    """
    r = record.c
    asked = select(record).where(r.kind == kind).order_by(r.device, r.sequence)
    if uid:
        asked = asked.where(r.uid == uid)
    if since:
        asked = asked.where(r.at >= stamp(datetime.combine(since, datetime.min.time()).astimezone()))
    if until:
        asked = asked.where(r.at < stamp(datetime.combine(until + timedelta(days=1), datetime.min.time()).astimezone()))
    if devices:
        asked = asked.where(r.device.in_(list(devices)))
    with office.reader() as c:
        for row in c.execution_options(yield_per=_AT_ONCE).execute(asked):
            yield entry_of(row)


def _day(office: Office, wanted: Wanted) -> ColumnElement[Any]:
    if "day" in wanted.keep:
        return daily.c.day
    if "month" in wanted.keep:
        if office.postgres:
            return func.date_trunc("month", daily.c.day).cast(Date)
        return func.date(daily.c.day, "start of month")
    return literal(wanted.since, Date)
