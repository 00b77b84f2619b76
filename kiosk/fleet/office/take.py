"""One opened batch into the database. Everything that may refuse it is asked before anything is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, and_, insert, select, update

from kiosk.fleet.batch import Batch
from kiosk.fleet.errors import disagrees, other_key
from kiosk.fleet.header import Header
from kiosk.fleet.office import aggregate, erase, schema
from kiosk.fleet.office.rows import entry_of, put, values
from kiosk.fleet.office.times import Anchor, Times, anchors_of, merged, rounded, stamp
from kiosk.records.entry import Entry
from kiosk.records.facts import ByKind, Sums

Taken: TypeAlias = Literal["new", "known"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch.

    Args:
        records: how many were new.
    """

    what: Taken
    records: int


@dataclass(frozen=True, slots=True)
class _Made:
    rows: Sequence[tuple[Any, ...]]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch with all that can be made of it without the database.

    Args:
        entries: its records, their moments as the table keeps them.
        made: rows and sums of all of them; None: the database has to say when they happened.
    """

    batch: Batch
    entries: Sequence[Entry]
    made: _Made | None


def prepare(batch: Batch, by_kind: ByKind) -> Prepared:
    """Make rows and sums of an opened batch; where every clock was right nothing else is needed."""
    entries = _ms(batch.entries)
    certain = all(e.clock_trusted for e in entries)
    return Prepared(batch, entries, _make(entries, Times({}), by_kind) if certain else None)


def is_known(c: Connection, header: Header, id_: str) -> bool:
    """Whether a batch has been collected."""
    b = schema.batch.c
    return c.execute(select(b.number).where(b.device == header.device, b.id == id_)).first() is not None


def check_key(c: Connection, header: Header, name: str) -> None:
    """The key of a device is pinned at first sight.

    Raises:
        TrustError: `DEVICE_KEY_CHANGED`.
    """
    key = c.execute(select(schema.kiosk.c.key).where(schema.kiosk.c.device == header.device)).scalar()
    if key is not None and key != header.key:
        raise other_key(name, header.device)


def take(c: Connection, prepared: Prepared, name: str, by_kind: ByKind, now: datetime) -> Outcome:
    """Put a batch's records, add up their facts, repair the times of what it explains.

    Args:
        c: of a transaction of `Office`.
        name: of its file, for errors.
        by_kind: the kinds' functions for `Sums`.
        now: by the office's clock.

    Raises:
        TrustError: `DEVICE_KEY_CHANGED`.
        ContentError: `RECORD_DISAGREES`. After either nothing has been written.
    """
    batch, header = prepared.batch, prepared.batch.header
    if is_known(c, header, batch.id):
        return Outcome("known", 0)
    check_key(c, header, name)
    entries = erase.without(c, header.device, _not_there(c, header, prepared.entries, name))
    _put_records(c, header.device, entries, by_kind, prepared)
    c.execute(
        insert(schema.batch).values(
            device=header.device, id=batch.id, number=header.number, first=header.first, last=header.last,
            records=header.records, created=stamp(header.created), utc_offset=header.offset, token=batch.slip.token,
            spool=batch.slip.spool, confirmed=batch.slip.confirmed,
            collected=stamp(now),
        )
    )  # fmt: skip
    _remember(c, batch, len(entries), now)
    return Outcome("new", len(entries))


def _ms(entries: Sequence[Entry]) -> Sequence[Entry]:
    """As the table keeps moments: facts are reckoned from the same."""
    return [
        e if e.at.microsecond % 1000 == 0 and 1971 <= e.at.year < 2199 else replace(e, at=rounded(e.at))
        for e in entries
    ]


def _not_there(c: Connection, header: Header, entries: Sequence[Entry], name: str) -> Sequence[Entry]:
    """Those that the database has not; a number that was given twice is refused."""
    r = schema.record.c
    wanted = and_(r.device == header.device, r.sequence >= header.first, r.sequence <= header.last)
    there = {
        row.sequence: (row.boot, row.at_said, row.kind, row.uid)
        for row in c.execute(select(r.sequence, r.boot, r.at_said, r.kind, r.uid).where(wanted))
    }
    if not there:
        return entries
    for e in entries:
        if e.sequence in there and there[e.sequence] != (e.boot, stamp(e.at), e.kind, e.uid):
            raise disagrees(name, e.sequence)
    return [e for e in entries if e.sequence not in there]


def _put_records(c: Connection, device: str, entries: Sequence[Entry], by_kind: ByKind, prepared: Prepared) -> None:
    if not entries:
        return
    known = _anchors(c, device) if any(not e.clock_trusted for e in entries) or _untimed(c, device) else None
    new = anchors_of(entries)
    if known is None:  # every clock was right: the anchors of these boots are all that is needed
        known = _anchors(c, device, new)
    changed = merged(known, new)
    times = Times({**known, **changed})
    if changed:
        _keep_anchors(c, device, known, changed)
        _repair(c, device, times, times.touched(changed), by_kind)
    whole = entries is prepared.entries  # nothing of it was there, and nobody in it was erased
    made = prepared.made if whole and prepared.made is not None else _make(entries, times, by_kind)
    put(c, made.rows)
    aggregate.add(c, made.sums)


def _make(entries: Sequence[Entry], times: Times, by_kind: ByKind) -> _Made:
    sums, rows = Sums(by_kind), []
    for said in entries:
        entry, source = times.repaired(said)
        sums.add(entry)
        rows.append(values(entry, said.at, source))
    return _Made(rows, sums)


def _anchors(c: Connection, device: str, boots: Iterable[int] | None = None) -> dict[int, Anchor]:
    a = schema.anchor.c
    asked = select(schema.anchor).where(a.device == device)
    if boots is not None:
        asked = asked.where(a.boot.in_(list(boots)))
    return {
        row.boot: Anchor(row.boot, row.sequence, datetime.fromisoformat(row.at), row.monotonic)
        for row in c.execute(asked)
    }


def _untimed(c: Connection, device: str) -> bool:
    r = schema.record.c
    return c.execute(select(r.sequence).where(r.device == device, schema.UNTIMED).limit(1)).first() is not None


def _keep_anchors(c: Connection, device: str, known: Mapping[int, Anchor], changed: Mapping[int, Anchor]) -> None:
    a = schema.anchor.c
    for anchor in changed.values():
        told = {"sequence": anchor.sequence, "at": stamp(anchor.at), "monotonic": anchor.monotonic}
        if anchor.boot in known:
            c.execute(update(schema.anchor).where(a.device == device, a.boot == anchor.boot).values(**told))
        else:
            c.execute(insert(schema.anchor).values(device=device, boot=anchor.boot, **told))


def _repair(c: Connection, device: str, times: Times, boots: tuple[int, int], by_kind: ByKind) -> None:
    """Stored records whose times rest on what has just become known."""
    r = schema.record.c
    days = set()
    changes: list[dict[str, Any]] = []
    rows = c.execute(
        select(schema.record).where(r.device == device, schema.UNTIMED, r.boot >= boots[0], r.boot <= boots[1])
    )
    for row in rows:
        stored = entry_of(row)
        entry, source = times.repaired(replace(stored, at=datetime.fromisoformat(row.at_said)))
        if stamp(entry.at) != row.at or source != row.at_source:
            changes.append({"number": row.sequence, "at": stamp(entry.at), "at_source": source})
            days |= {aggregate.local_day(stored.at), aggregate.local_day(entry.at)}
    for change in changes:
        number = change.pop("number")
        c.execute(update(schema.record).where(r.device == device, r.sequence == number).values(**change))
    if days:
        aggregate.again(c, device, days, by_kind)


def _remember(c: Connection, batch: Batch, new_records: int, now: datetime) -> None:
    """What is known of the kiosk: the newest batch says it, whichever comes last."""
    header, id_, slip = batch.header, batch.id, batch.slip
    k = schema.kiosk.c
    row = c.execute(select(schema.kiosk).where(k.device == header.device)).one_or_none()
    if row is None:
        told = {"device": header.device, "last": -1, "number": -1, "id": "", "created": "", "collected": stamp(now), "key": header.key, "records": 0,
                "health": "{}", "health_last": -1, "health_number": -1}  # fmt: skip
        c.execute(insert(schema.kiosk).values(**told))
        row = c.execute(select(schema.kiosk).where(k.device == header.device)).one()
    new: dict[str, Any] = {"key": header.key, "records": row.records + new_records}
    if (header.last, header.number, id_) > (row.last, row.number, row.id):
        new |= {"last": header.last, "number": header.number, "id": id_}
        new |= {"created": stamp(header.created), "collected": stamp(now)}
    if slip.health and (header.last, header.number) > (row.health_last, row.health_number):
        health = json.dumps(slip.health, ensure_ascii=False, sort_keys=True)
        new |= {"health": health, "health_last": header.last, "health_number": header.number}
    c.execute(update(schema.kiosk).where(k.device == header.device).values(**new))
