"""What is shown of a list: pure filters over cards, with a count behind every choice before it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.sdk.ui import Card

MINUTES = (3, 8, 15)


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty and 0 mean "all"."""

    kind: str = ""
    era: str = ""
    trade: str = ""
    minutes: int = 0

    def passes(self, card: Card, *, but: str = "") -> bool:
        """Whether the card is shown; `but` names a field that is not looked at."""
        return (
            (but == "kind" or not self.kind or card.kind == self.kind)
            and (but == "era" or not self.era or card.era == self.era)
            and (but == "trade" or not self.trade or card.trade == self.trade)
            and (but == "minutes" or not self.minutes or 0 < card.seconds <= self.minutes * 60)
        )


def apply(cards: Iterable[Card], choice: Filter) -> tuple[Card, ...]:
    """The cards shown under a filter, in their order."""
    return tuple(card for card in cards if choice.passes(card))


def counts(cards: Sequence[Card], choice: Filter, field: str) -> Counter[str]:
    """How many cards each value of `field` would show with the other filters as they are."""
    found: Counter[str] = Counter()
    for card in cards:
        if not choice.passes(card, but=field):
            continue
        if field == "minutes":
            found.update(str(m) for m in MINUTES if 0 < card.seconds <= m * 60)
        else:
            found[getattr(card, field)] += 1
    return found


def parting(cards: Sequence[Card], room: Filter, chosen: int) -> tuple[int, ...]:
    """The minutes worth offering: those that show some of the room's cards and not all, and those chosen."""
    found = counts(cards, room, "minutes")
    total = len(apply(cards, room))
    return tuple(m for m in MINUTES if m == chosen or 0 < found[str(m)] < total)
