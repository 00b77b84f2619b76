"""How long a record stays on the kiosk, and how what is one person's is taken out of it.

What boards, boxes and lessons read again (votes, rounds of a quiz, answers, suggestions) stays for good, so that a recount
gives the same; after `PERSONAL` it names nobody any more. What nothing on the kiosk reads again goes when the office has it
and `HOUSE` has passed. A kind that is not known here is kept as it is.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.records.book import RecordBook
from kiosk.records.numbers import acknowledged
from kiosk.records.schema import note, record

HOUSE = timedelta(days=90)
"""The kiosk's own boards show a quarter."""
PERSONAL = timedelta(days=3 * 365)
"""A labour dispute or a certificate can be asked about for so long."""
ERASED = "records-erase"
"""Act of the record that tells the office whom to erase too: by the hash, which means nothing elsewhere."""
_AT_ONCE = 2000
_LAST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Keep:
    """How long one kind is kept.

    Args:
        rows: after that it is deleted, once the office has it; None: never.
        personal: after that nobody is named in it; None: never.
    """

    rows: timedelta | None = None
    personal: timedelta | None = None


_PASSING = Keep(HOUSE, HOUSE)
_COUNTED = Keep(None, PERSONAL)
POLICY: Mapping[str, Keep] = MappingProxyType(
    dict.fromkeys(("visit", "view", "listen", "health", "segment", "riddle"), _PASSING)
    | dict.fromkeys(
        (
            "quiz",
            "quiz-round",
            "quiz-draw",
            "vote",
            "nomination",
            "survey",
            "suggestion",
            "studio",
            "lesson",
            "lecture",
            "admin",
        ),
        _COUNTED,
    )
)

FIELDS = frozenset(("shown", "name", "phone", "contact", "number", "signature", "witness"))
"""Fields of a payload that may say who somebody is; `who` is a hash."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What a round of `tidy` did, in records."""

    deleted: int = 0
    anonymous: int = 0


def tidy(book: RecordBook, now: datetime, policy: Mapping[str, Keep] = POLICY) -> Tidied:
    """Delete and blank what is due, some thousand records at a time so that nobody waits long.

    The keyed hash of a person stays: it lets a recount count people, and `erase` find them.

    Args:
        now: UTC, by a clock that is trusted.

    Raises:
        StorageError: the book refused; what was done stays done.
    """
    deleted = anonymous = 0
    for age in {k.rows for k in policy.values() if k.rows is not None}:
        kinds = [kind for kind, keep in policy.items() if keep.rows == age]
        while (done := _step(book, f"deleted {age.days}", now - age, kinds, _delete)) is not None:
            deleted += done
    for age in {k.personal for k in policy.values() if k.personal is not None}:
        kinds = [kind for kind, keep in policy.items() if keep.personal == age]
        while (done := _step(book, f"anonymous {age.days}", now - age, kinds, _blank_old)) is not None:
            anonymous += done
    return Tidied(deleted, anonymous)


def erase(book: RecordBook, number: str) -> int:
    """Take one person out of every record and off the roster; the counts stay.

    Make both copies anew afterwards (`kiosk.records.backup.remake`): they still know the person.

    Args:
        number: worker number, card or name, as it was said.

    Returns:
        How many records named the person.

    Raises:
        StorageError: the book refused; nothing has changed.
    """
    hashes = book.ask(lambda pages: {pages.person(number), pages.roster.behind(pages.person(number))} - {""})
    if not hashes:
        return 0
    count = 0
    with book.transaction() as c:
        c.exec_driver_sql("PRAGMA secure_delete=ON")  # zeroes, not only a freed place
        for hashed in sorted(hashes):
            count += _erase(c, hashed)
            book.pages(c).roster.forget(hashed)
    book.settle()
    return count


def anonymous(payload: Any, hashed: str | None = None, stand_in: str = "") -> Any:
    """A payload without what names a person.

    Args:
        hashed: only where `who` is this person, whose hash is replaced wherever it stands; None: everywhere, and hashes
            stay.
        stand_in: stands for the person instead.
    """
    if isinstance(payload, list):
        return [anonymous(p, hashed, stand_in) for p in payload]
    if isinstance(payload, dict):
        mine = hashed is None or payload.get("who") == hashed
        return {
            key: "" if mine and key in FIELDS and isinstance(value, str) else anonymous(value, hashed, stand_in)
            for key, value in payload.items()
        }
    return stand_in if hashed is not None and payload == hashed else payload


def _step(
    book: RecordBook,
    mark: str,
    before: datetime,
    kinds: Sequence[str],
    work: Callable[[Connection, int, int, Sequence[str]], int],
) -> int | None:
    """Go on where the last round stopped; None when nothing more is due."""
    with book.transaction() as c:
        done = int(c.execute(select(note.c.value).where(note.c.name == mark)).scalar() or 0)
        most = acknowledged(c) if work is _delete else _LAST
        upto = min(_due(c, done, before), most)
        if upto <= done:
            return None
        count = work(c, done, upto, kinds)
        c.execute(delete(note).where(note.c.name == mark))
        c.execute(insert(note).values(name=mark, value=str(upto)))
        return count


def _due(c: Connection, done: int, before: datetime) -> int:
    """The last of the next records that is certainly old: a time that cannot be right counts with what follows it."""
    old = 0
    asked = select(record.c.sequence, record.c.at, record.c.clock_trusted).where(record.c.sequence > done)
    for row in c.execute(asked.order_by(record.c.sequence).limit(_AT_ONCE)):
        if row.clock_trusted:
            if datetime.fromisoformat(row.at) >= before:
                break
            old = row.sequence
    return old


def _delete(c: Connection, after: int, upto: int, kinds: Sequence[str]) -> int:
    due = (record.c.sequence > after) & (record.c.sequence <= upto) & record.c.kind.in_(kinds)
    return c.execute(delete(record).where(due)).rowcount


def _blank_old(c: Connection, after: int, upto: int, kinds: Sequence[str]) -> int:
    due = (record.c.sequence > after) & (record.c.sequence <= upto) & record.c.kind.in_(kinds)
    count = 0
    for row in c.execute(select(record.c.sequence, record.c.visit, record.c.payload).where(due)).all():
        before = json.loads(row.payload)
        if row.visit or anonymous(before) != before:
            where = record.c.sequence == row.sequence
            c.execute(update(record).where(where).values(visit="", payload=_dumps(anonymous(before))))
            count += 1
    return count


def _erase(c: Connection, hashed: str) -> int:
    named = (record.c.person == hashed) | record.c.payload.contains(hashed) | record.c.once.contains(hashed)
    stand_in = _nobody()
    asked = select(record.c.sequence, record.c.person, record.c.payload, record.c.once, record.c.kind).where(named)
    rows = [row for row in c.execute(asked) if row.kind != "admin" or json.loads(row.payload).get("act") != ERASED]
    for row in rows:
        whole = anonymous(json.loads(row.payload), hashed, stand_in)
        values: dict[str, Any] = {"once": row.once.replace(hashed, stand_in) if row.once else None}
        if row.person == hashed:  # the record is this person's own
            whole = anonymous(whole)
            values |= {"person": "", "visit": ""}
        c.execute(update(record).where(record.c.sequence == row.sequence).values(payload=_dumps(whole), **values))
    return len(rows)


def _dumps(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False, sort_keys=True)


def _nobody() -> str:
    return f"nobody-{secrets.token_hex(8)}"
