"""Enough answers: looked up before somebody takes the trouble, and judged in the transaction that stores an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.kinds.survey.model import Survey

if TYPE_CHECKING:
    from kiosk.records import Pages, Rule

FIELD = "quota"


class QuotaError(KioskError):
    """There are enough answers already."""

    exit_code = 75  # EX_TEMPFAIL


class Taken:
    """How many answers there are in each cell."""

    def __init__(self) -> None:
        self.cells: Counter[str] = Counter()

    def add(self, payload: Mapping[str, Any]) -> None:
        """One more record."""
        cells = payload.get(FIELD)
        if isinstance(cells, list):
            self.cells.update(map(str, cells))


def full(survey: Survey, uid: str) -> Callable[[Pages], frozenset[str]]:
    """A question to the book: which cells are full."""

    def ask(pages: Pages) -> frozenset[str]:
        taken = pages.summed("survey", uid, FIELD, Taken).cells
        return frozenset(q.cell for q in survey.quotas if taken[q.cell] >= q.most)

    return ask


def rule(survey: Survey, uid: str, cells: Sequence[str]) -> Rule | None:
    """Refuses an answer whose cells are full; None when there is nothing to judge."""
    if not cells:
        return None
    wanted = frozenset(cells)

    def judge(pages: Pages) -> None:
        if wanted & full(survey, uid)(pages):
            raise QuotaError(
                "QUOTA_FULL",
                Text("这一类的答卷已经收满。", "There are enough answers of this group."),
                Text("谢谢参加，这份没有存。", "Thank you; this one was not stored."),
            )

    return judge
