"""What reports read: facts from `daily`, added up by the database; records of one item for details."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import Date, Select, func, literal, literal_column, select
from sqlalchemy.sql.elements import ColumnElement

from kiosk.fleet.office.aggregate import GRAIN
from kiosk.fleet.office.database import Office
from kiosk.fleet.office.rows import entry_of
from kiosk.fleet.office.schema import daily, monthly, record
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
            Without day and kiosk, and over whole months, the answer comes from `monthly`: the way of a year's report.
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
    table = monthly if _whole_months(wanted) else daily
    day = table.c.month if table is monthly else table.c.day
    shown = _shown(office, wanted, day)
    groups: list[ColumnElement[Any]] = [shown] if wanted.keep & {"day", "month"} else []
    columns: list[ColumnElement[Any]] = [shown.label("day")]
    for name in ("device", "unit", "kind", "uid", "measure", "key"):
        if name in wanted.keep:
            columns.append(table.c[name])
            groups.append(table.c[name])
        else:
            columns.append(literal("").label(name))
    t = table.c
    asked: Select[Any] = select(*columns, func.sum(t.count).label("times"), func.sum(t.total).label("thousandths"))
    asked = asked.where(day >= wanted.since, day <= wanted.until).group_by(*groups)
    for name, chosen in (("device", wanted.devices), ("unit", wanted.units), ("kind", wanted.kinds), ("measure", wanted.measures)):  # fmt: skip
        if chosen:
            asked = asked.where(t[name].in_(list(chosen)))
    with office.reader() as c, c.execution_options(yield_per=_AT_ONCE).execute(asked) as rows:
        for row in rows:
            if row.times is None:
                continue  # no group at all: there were no facts
            first = row.day if isinstance(row.day, date) else date.fromisoformat(str(row.day))
            yield Fact(
                first, row.device, row.unit, row.kind, row.uid, row.measure, row.key,
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
        asked = asked.where(r.at >= _midnight(since))
    if until:
        asked = asked.where(r.at < _midnight(until + timedelta(days=1)))
    if devices:
        asked = asked.where(r.device.in_(list(devices)))
    with office.reader() as c, c.execution_options(yield_per=_AT_ONCE).execute(asked) as rows:
        for row in rows:
            yield entry_of(row)


def took_part(
    office: Office, *, since: date | None = None, until: date | None = None, devices: Collection[str] = ()
) -> Iterator[tuple[str, str, str]]:
    """Everybody who said who they are, once for each workshop and kiosk: (unit, device, keyed hash).

    The hash is the kiosk's own: the same person at another kiosk has another one.
    """
    r = record.c
    # Written out, not bound: SQLite uses `record_person` only when it sees the words of the index.
    asked = select(r.unit, r.device, r.person).where(r.person != literal_column("''")).distinct()
    if since:
        asked = asked.where(r.at >= _midnight(since))
    if until:
        asked = asked.where(r.at < _midnight(until + timedelta(days=1)))
    if devices:
        asked = asked.where(r.device.in_(list(devices)))
    with office.reader() as c, c.execution_options(yield_per=_AT_ONCE).execute(asked) as rows:
        for row in rows:
            yield row.unit, row.device, row.person


def _midnight(day: date) -> str:
    return stamp(datetime.combine(day, datetime.min.time()).astimezone())


def _whole_months(wanted: Wanted) -> bool:
    if wanted.devices or wanted.keep & {"day", "device"}:
        return False
    return wanted.since.day == 1 and (wanted.until + timedelta(days=1)).day == 1


def _shown(office: Office, wanted: Wanted, day: ColumnElement[date]) -> ColumnElement[Any]:
    if "day" in wanted.keep:
        return day
    if "month" in wanted.keep:
        return func.date_trunc("month", day).cast(Date) if office.postgres else func.date(day, "start of month")
    return literal(wanted.since, Date)
