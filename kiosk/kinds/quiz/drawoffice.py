"""The office's side of a draw: the slip and the list that winners sign, read from a `records.db` without changing it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from kiosk.core.errors import ContentError
from kiosk.core.table import Column, Table
from kiosk.core.text import Text
from kiosk.kinds.quiz import drawledger, lottery
from kiosk.kinds.quiz.drawledger import DRAW, Held, held

COLUMNS = (
    Column("prize", Text("奖项", "Prize"), width=10),
    Column("what", Text("奖品", "What"), width=22),
    Column("ticket", Text("票号", "Ticket"), width=8),
    Column("name", Text("姓名", "Name"), width=12),
    Column("unit", Text("车间班组", "Workshop"), width=20),
    Column("code", Text("领奖码", "Code"), width=10),
    Column("given", Text("领取时间", "Given"), width=18),
    Column("operator", Text("经办人", "Operator"), width=12),
    Column("witness", Text("见证人", "Witness"), width=12),
    Column("signed", Text("领取人签字", "Signature"), width=24),
)


@dataclass(frozen=True, slots=True)
class Winner:
    """One line of the list that winners sign.

    Args:
        prize: its name.
        what: the thing.
        ticket: that was drawn.
        code: short code.
        claim: when and by whom it was handed out; None before.
        name: masked, by the roster; empty without one.
        unit: workshop and team, by the roster.
    """

    prize: str
    what: str
    ticket: int
    code: str
    claim: drawledger.Claim | None
    name: str = ""
    unit: str = ""

    @property
    def claimed(self) -> bool:
        """Was it handed out?"""
        return self.claim is not None


@dataclass(frozen=True, slots=True)
class Book:
    """What a record book holds of a draw.

    Args:
        draw: the draw.
        people: masked name and place of those on the roster, by what stands for them on the slip.
    """

    draw: Held
    people: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def read(book: Path, uid: str) -> Book:
    """The draw of a quiz.

    Args:
        book: a `records.db`, or a copy of it.
        uid: `pack/item`.

    Raises:
        ContentError: `BAD_RECORDS`: it is no record book; `NO_DRAW`: it holds no draw of that quiz.
    """
    address = f"file:{quote(str(book.resolve()))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as opened:
            rows = opened.execute(
                "SELECT payload FROM record WHERE kind = ? AND uid = ? ORDER BY sequence", (DRAW, uid)
            ).fetchall()
            people = _people(opened)
        found = held(json.loads(row[0]) for row in rows)
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise ContentError(
            "BAD_RECORDS",
            Text(f"{book.name} 不是答题记录。", f"{book.name} is no record book."),
            Text("用屏上的 records.db，或它的拷贝。", "Use records.db of the kiosk, or a copy."),
        ) from error
    if found is None:
        raise ContentError(
            "NO_DRAW",
            Text(f"{uid} 还没有封过抽奖名单。", f"No draw of {uid} has been sealed."),
            Text("检查展项名，写成 包/展项。", "Check the item; write pack/item."),
        )
    return Book(found, people)


def winners(book: Book) -> tuple[Winner, ...]:
    """Who gets what, in the order of the draw."""
    draw = book.draw
    claims = {claim.ticket: claim for claim in draw.claims}
    found = []
    for number in draw.slip.numbers:
        prize = draw.prize(number)
        name, unit = book.people.get(draw.slip.tickets[number - 1], ("", ""))
        code = lottery.code(draw.key, number)
        found.append(Winner(prize.name, prize.what, number, code, claims.get(number), name, unit))
    return tuple(found)


def signed_list(book: Book) -> Table:
    """The list on which winners sign, first prize first; the last column is for the pen."""
    place = {prize.name: n for n, prize in enumerate(book.draw.slip.prizes)}
    ranked = sorted(winners(book), key=lambda w: (place[w.prize], w.ticket))
    slip = book.draw.slip
    rows = tuple(
        (
            w.prize, w.what, f"{w.ticket:03}", w.name or None, w.unit or None, w.code, w.claim.time if w.claim else None,
            w.claim.operator if w.claim else None, w.claim.witness if w.claim else None, None,
        )
        for w in ranked
    )  # fmt: skip
    return Table(Text(f"{slip.title} 领奖签收单", f"{slip.title}: prizes signed for"), COLUMNS, rows)


def stock(book: Book) -> tuple[tuple[str, str, int, int, int], ...]:
    """Name, thing, pieces in all, handed out, left; first prize first."""
    given: dict[str, int] = {}
    for winner in winners(book):
        given[winner.prize] = given.get(winner.prize, 0) + winner.claimed
    prizes = book.draw.slip.prizes
    return tuple((p.name, p.what, p.count, given.get(p.name, 0), p.count - given.get(p.name, 0)) for p in prizes)


def _people(opened: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Masked names of the roster; a book of an older program has none."""
    known = opened.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'roster'").fetchone()
    rows = opened.execute("SELECT person, shown, unit, team FROM roster").fetchall() if known else []
    return {
        drawledger.ticket(person): (shown, " ".join(filter(None, (unit, team)))) for person, shown, unit, team in rows
    }
