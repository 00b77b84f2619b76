"""Somebody asked not to be known any more: in the office's database too, in whatever order the records come.

A kiosk tells it with a record (`records-erase`): the keyed hash means that person at this kiosk and nothing elsewhere. What
comes later, but was written before, is taken in without the person as well.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from kiosk.fleet.office.database import Office
from kiosk.fleet.office.rows import entry_of
from kiosk.fleet.office.schema import audit, erased, record
from kiosk.fleet.office.times import stamp
from kiosk.records.entry import Entry, payload_text
from kiosk.records.keeping import ERASED, FIELDS, anonymous

_SEEN = 3
"""Characters below which a number would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Act:
    """What the office did, for whoever asks later."""

    at: datetime
    act: str
    detail: str


def without(c: Connection, device: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """New records of a kiosk, without the people that it has erased; those that are there already lose them too."""
    told = {p: e.sequence for e in entries if (p := _told(e))}
    known = _known(c, device)
    for person, sequence in told.items():
        if sequence > known.get(person, -1):
            _note(c, device, person, sequence)
            _blank(c, device, person, sequence)
            known[person] = sequence
    if not known:
        return entries
    return [_less(entry, known) for entry in entries]


def by_number(office: Office, number: str, now: datetime) -> int:
    """Take out somebody whose worker number, telephone or name stands in records, and all that is the same person's.

    Where a kiosk keeps hashes only, the number means nothing here: erase it there, and the office follows.

    Args:
        number: as it was said.
        now: by the office's clock.

    Returns:
        How many records named the person.
    """
    plain = _plain(number)
    if len(plain) < _SEEN:
        return 0
    count, r = 0, record.c
    with office.transaction() as c:
        found = select(record).where(
            or_(*(r.payload.contains(form, autoescape=True) for form in {plain, number.strip()}))
        )
        rows = [row for row in c.execute(found).all() if _says(json.loads(row.payload), plain)]
        people = {(row.device, row.person) for row in rows if row.person}
        people |= {(row.device, who) for row in rows for who in _behind(json.loads(row.payload), plain)}
        for row in rows:
            payload = _blanked(json.loads(row.payload), plain)
            _put(c, replace(entry_of(row), payload=payload))
        count += len(rows)
        seen = {(row.device, row.sequence) for row in rows}
        for device, person in people:
            newest = c.execute(select(r.sequence).where(r.device == device).order_by(r.sequence.desc()).limit(1))
            upto = newest.scalar_one() + 1
            _note(c, device, person, upto)
            count += len(_blank(c, device, person, upto) - {n for d, n in seen if d == device})
        c.execute(insert(audit).values(id=secrets.token_hex(16), at=stamp(now), act=ERASED, detail=str(count)))
    return count


def acts(office: Office) -> tuple[Act, ...]:
    """What was done, the latest first."""
    with office.reader() as c:
        rows = c.execute(select(audit).order_by(audit.c.at.desc(), audit.c.id)).all()
    return tuple(Act(datetime.fromisoformat(row.at), row.act, row.detail) for row in rows)


def _told(entry: Entry) -> str:
    """Whom a record of a kiosk says to erase; empty for any other record."""
    if entry.kind != "admin" or entry.payload.get("act") != ERASED:
        return ""
    person = entry.payload.get("person")
    return person if isinstance(person, str) and 0 < len(person) <= 64 else ""


def _known(c: Connection, device: str) -> dict[str, int]:
    rows = c.execute(select(erased.c.person, erased.c.upto).where(erased.c.device == device))
    return {row.person: row.upto for row in rows}


def _note(c: Connection, device: str, person: str, upto: int) -> None:
    c.execute(delete(erased).where(erased.c.device == device, erased.c.person == person))
    c.execute(insert(erased).values(device=device, person=person, upto=upto))


def _blank(c: Connection, device: str, person: str, upto: int) -> set[int]:
    """Stored records below a sequence; returns which."""
    r, changed = record.c, set()
    named = or_(
        r.person == person, r.payload.contains(person, autoescape=True), r.once.contains(person, autoescape=True)
    )
    for row in c.execute(select(record).where(r.device == device, r.sequence < upto, named)).all():
        before = entry_of(row)
        after = _less(before, {person: upto})
        if after is not before:
            _put(c, after)
            changed.add(row.sequence)
    return changed


def _put(c: Connection, entry: Entry) -> None:
    where = (record.c.device == entry.device) & (record.c.sequence == entry.sequence)
    told = {"payload": payload_text(entry.payload), "person": entry.person, "visit": entry.visit, "once": entry.once}
    c.execute(update(record).where(where).values(**told))


def _less(entry: Entry, known: Mapping[str, int]) -> Entry:
    """A record without those who were erased after it was written; the same object when it names none of them."""
    if entry.kind == "admin" and entry.payload.get("act") == ERASED:
        return entry
    told, after = None, entry
    for person, upto in known.items():
        if entry.sequence >= upto:
            continue
        told = payload_text(entry.payload) if told is None else told
        if entry.person != person and person not in told and person not in entry.once:
            continue
        stand_in = _nobody(entry.device, person)
        payload = anonymous(dict(after.payload), person, stand_in)
        changes: dict[str, Any] = {"once": after.once.replace(person, stand_in)}
        if entry.person == person:
            payload = anonymous(payload)
            changes |= {"person": "", "visit": ""}
        after = replace(after, payload=payload, **changes)
    return after


def _nobody(device: str, person: str) -> str:
    """The same whatever came first: a person remains one, and nobody knows who."""
    return f"nobody-{hashlib.sha256(f'erased {device} {person}'.encode()).hexdigest()[:16]}"


def _plain(said: str) -> str:
    return unicodedata.normalize("NFKC", said).strip().upper()


def _objects(payload: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(payload, dict):
        yield payload
        for inside in payload.values():
            yield from _objects(inside)
    elif isinstance(payload, list):
        for inside in payload:
            yield from _objects(inside)


def _mine(one: Mapping[str, Any], plain: str) -> bool:
    return any(key in FIELDS and isinstance(value, str) and _plain(value) == plain for key, value in one.items())


def _says(payload: Any, plain: str) -> bool:
    return any(_mine(one, plain) for one in _objects(payload))


def _behind(payload: Any, plain: str) -> Iterator[str]:
    """Hashes of the person in objects that name them."""
    for one in _objects(payload):
        who = one.get("who")
        if isinstance(who, str) and who and _mine(one, plain):
            yield who


def _blanked(payload: Any, plain: str) -> Any:
    """Without the fields of every object that names the person."""
    if isinstance(payload, list):
        return [_blanked(inside, plain) for inside in payload]
    if isinstance(payload, dict):
        mine = _mine(payload, plain)
        return {
            key: "" if mine and key in FIELDS and isinstance(value, str) else _blanked(value, plain)
            for key, value in payload.items()
        }
    return payload
