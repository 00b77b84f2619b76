"""Headlines: what a reader would say after a look at the numbers. A headline that the numbers do not bear is not made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.core.text import Text
from kiosk.reports.model import Bar, Hard

NOTHING = Text("还没有记录", "Nothing has been recorded yet")
LEAST_BARS = 3
"""Among fewer nothing is called the least."""
LEAST_ANSWERS = 5
"""A question answered by fewer is not called the hardest."""
SHORT_LABEL = 12
"""Characters of a question that still make a headline."""


def lowest(bars: Sequence[Bar]) -> int | None:
    """Place of the one bar below all others; None when there are too few, or two share the place."""
    known = sorted((bar.value, place) for place, bar in enumerate(bars) if bar.value is not None)
    if len(known) < LEAST_BARS or known[0][0] == known[1][0]:
        return None
    return known[0][1]


def highest(bars: Sequence[Bar]) -> int | None:
    """Place of the one bar above all others; None when there is none, or two share the place."""
    known = sorted(((bar.value, place) for place, bar in enumerate(bars) if bar.value), reverse=True)
    if not known or (len(known) > 1 and known[0][0] == known[1][0]):
        return None
    return known[0][1]


def marked(bars: Sequence[Bar], place: int | None) -> tuple[Bar, ...]:
    """The bars, the one at `place` marked."""
    return tuple(replace(bar, marked=number == place) for number, bar in enumerate(bars))


def hardest(questions: Sequence[Hard], most: int = 5) -> tuple[Hard, ...]:
    """The hardest questions, those that nobody got wrong and those that few were asked left out."""
    asked = [q for q in questions if q.answers >= LEAST_ANSWERS and q.wrong > 0]
    return tuple(sorted(asked, key=lambda q: (-q.wrong, -q.answers, q.label))[:most])


def hardest_said(questions: Sequence[Hard], otherwise: Text) -> Text:
    """The hardest question in words; a long one is not repeated, it stands first among the hardest."""
    if not questions:
        return otherwise
    first = questions[0]
    wrong = round(first.wrong * 100)
    if len(first.label) > SHORT_LABEL:
        return Text(f"最难的一题，{wrong}% 答错", f"The hardest question: {wrong}% wrong")
    return Text(f"“{first.label}”最难，{wrong}% 答错", f"“{first.label}” is the hardest: {wrong}% wrong")
