"""Playlists and days to remember, as they travel in a pack, and which of them is today's. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.core.festivals import FESTIVALS

MOST_PLAYLISTS = 60
MOST_ITEMS = 60
MOST_DAYS = 800
_LEAP = 2024


@dataclass(frozen=True, slots=True)
class Playlist:
    """Items to go through one after the other.

    Args:
        id: unique in its pack.
        title: by language.
        items: `item` or `pack/item`, in order.
        festival: key of `FESTIVALS` it belongs to, or empty.
        begins: `2027-04-20`, or `04-20` for every year; empty when it has no season.
        ends: the last day, in the same form; with month and day an end before the beginning is in the next year.
    """

    id: str
    title: dict[str, str]
    items: tuple[str, ...] = ()
    festival: str = ""
    begins: str = ""
    ends: str = ""

    @property
    def dated(self) -> bool:
        """Whether it belongs to some days only."""
        return bool(self.festival or self.begins)


@dataclass(frozen=True, slots=True)
class Day:
    """Something that happened on a day, and the item that tells of it.

    Args:
        date: `1923-10-08`, or `10-08` when the year is not known or does not matter.
        text: one sentence, by language.
        item: `item` or `pack/item`.
        source: where it was checked.
    """

    date: str
    text: dict[str, str]
    item: str
    source: str = ""

    @property
    def key(self) -> str:
        """Month and day, `10-08`."""
        return self.date[-5:]

    @property
    def year(self) -> str:
        """The year, or empty."""
        return self.date[:-6]


def parse_day(words: str) -> str:
    """`2027-04-20` or `04-20` when it is one, else empty; 29 February needs a leap year or none."""
    try:
        if len(words) == 5:
            date.fromisoformat(f"{_LEAP}-{words}")
        elif len(words) == 10:
            date.fromisoformat(words)
        else:
            return ""
    except ValueError:
        return ""
    return words


def in_season(playlist: Playlist, today: date) -> bool:
    """Whether a playlist belongs to this day. One without any date never does."""
    if playlist.festival:
        festival = FESTIVALS.get(playlist.festival)  # one that this version does not know has no season
        return festival is not None and festival.running(today)
    if not playlist.begins:
        return False
    if len(playlist.begins) == 10:
        return playlist.begins <= today.isoformat() <= playlist.ends
    now = today.isoformat()[5:]
    if playlist.begins <= playlist.ends:
        return playlist.begins <= now <= playlist.ends
    return now >= playlist.begins or now <= playlist.ends


def on_this_day(days: Sequence[Day], today: date) -> tuple[Day, ...]:
    """What happened on this day of the year; 29 February is remembered on the 28th where there is none."""
    keys = {today.isoformat()[5:]}
    if keys == {"02-28"} and (today + timedelta(1)).month == 3:
        keys.add("02-29")
    return tuple(day for day in days if day.key in keys)


def choose(playlists: Sequence[Playlist], days: Sequence[Day], today: date | None, turn: int) -> Playlist | Day | None:
    """What home puts forward: a festival's playlist, one with dates, what happened today, or one without a date.

    Args:
        playlists: in the order of the packs.
        days: any.
        today: None when the clock cannot be trusted: then only what has no date can be right.
        turn: the number of the visit; playlists without a date take turns, by the day when it is known.
    """
    if today is not None:
        running = [p for p in playlists if in_season(p, today)]
        best = [p for p in running if p.festival] or running
        if best:
            return best[today.toordinal() % len(best)]
        happened = on_this_day(days, today)
        if happened:
            return happened[turn % len(happened)]
    always = [p for p in playlists if not p.dated]
    if not always:
        return None
    return always[(turn if today is None else today.toordinal()) % len(always)]
