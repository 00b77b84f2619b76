"""A quiz computed once more: whether its boards follow from the answers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.quiz.recount import Payload, Recount, recount
from kiosk.reports.material import Asked

if TYPE_CHECKING:
    from kiosk.reporting.joined import Joined


def recounted(records: Joined, item: str) -> Recount:
    """Every finished round of a quiz, machine by machine, because a board is one machine's.

    Args:
        records: where the answers are; without the pack points are taken on trust.
        item: `pack/item`.

    Raises:
        ContentError: `NO_ROUNDS`: nobody has played it, or it is no quiz.
    """
    quiz = records.contents.of(item)
    rules = quiz.rules if isinstance(quiz, Quiz) else None
    by_machine: dict[str, list[Payload]] = defaultdict(list)
    for kind in ("quiz", ROUNDS):
        for entry in records.source.entries(kind, Asked()):
            if entry.uid == item:
                by_machine[entry.device].append(entry.payload)
    if not by_machine:
        raise ContentError(
            "NO_ROUNDS",
            Text(f"没有“{item}”的答题记录。", f"There are no records of a quiz {item}."),
            Text("检查题库名，写成 包/展项。", "Check the item; write pack/item."),
        )
    counts = [recount(payloads, rules) for payloads in by_machine.values()]
    return Recount(
        sum(c.counted for c in counts), sum(c.bare for c in counts), tuple(w for c in counts for w in c.wrong)
    )
