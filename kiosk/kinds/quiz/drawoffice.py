"""The office's side of a draw: the slip and the list of winners, read from a `records.db` without changing it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.quiz import lottery
from kiosk.kinds.quiz.drawledger import DRAW, Held, held


@dataclass(frozen=True, slots=True)
class Winner:
    """One line of the list that winners sign."""

    prize: str
    what: str
    ticket: int
    code: str
    claimed: bool


def read(book: Path, uid: str) -> Held:
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
            Text(f"{uid} 还没有封过抽奖名单。", f"No draw of {uid} has been frozen."),
            Text("检查展项名，写成 包/展项。", "Check the item; write pack/item."),
        )
    return found


def winners(draw: Held) -> tuple[Winner, ...]:
    """Who gets what, in the order of the draw."""
    prizes = draw.slip.prizes
    order = lottery.order(prizes, len(draw.slip.tickets))
    return tuple(
        Winner(prizes[of].name, prizes[of].what, number, lottery.code(draw.key, number), number in draw.claimed)
        for of, number in zip(order, draw.slip.numbers, strict=False)
    )
