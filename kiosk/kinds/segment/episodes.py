"""The programmes of a series, from the cards that an item is related to. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.sdk.ui import Card


@dataclass(frozen=True, slots=True)
class Episode:
    """One programme of a series."""

    uid: str
    title: str
    episode: int
    seconds: int
    series: str = ""


def series(this: Episode, related: Iterable[Card], kind: str) -> tuple[Episode, ...]:
    """This programme and those related to it that can be shown, by number.

    A programme that belongs to no series has everything of its kind that it is related to, in the given order.
    """
    others = [
        Episode(card.uid, card.title, card.episode if this.series else 0, card.seconds, card.series)
        for card in related
        if card.kind == kind and card.condition == "ok" and card.uid != this.uid
        if not this.series or card.series == this.series
    ]
    return tuple(sorted([this, *others], key=lambda one: one.episode))


def after(episodes: tuple[Episode, ...], uid: str) -> Episode | None:
    """The one that follows; None after the last."""
    at = next((i for i, one in enumerate(episodes) if one.uid == uid), len(episodes))
    return episodes[at + 1] if at + 1 < len(episodes) else None


def another(episodes: tuple[Episode, ...], uid: str) -> Episode | None:
    """What to offer instead of one that cannot be played: the next, else the first."""
    return after(episodes, uid) or next((one for one in episodes if one.uid != uid), None)
