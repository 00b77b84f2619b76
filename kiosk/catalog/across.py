"""Playlists, days and the hand-off address of a built pack: untrusted, so each entry is decoded by itself."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kiosk.core.codec import decode
from kiosk.core.errors import ContentError
from kiosk.core.occasions import MOST_DAYS, MOST_ITEMS, MOST_PLAYLISTS, Day, Playlist, parse_day

_log = logging.getLogger(__name__)
T = TypeVar("T", Playlist, Day)
MOST_A_DAY = 2
"""Of one day of the year in the home snapshot, which is read before the first frame."""
MOST_URL = 160


@dataclass(frozen=True, slots=True)
class Across:
    """What a pack says beside its items; items are named as the author wrote them."""

    pack: str
    playlists: tuple[Playlist, ...] = ()
    days: tuple[Day, ...] = ()
    handoff: str = ""

    def playlists_of(self, shown: Container[str]) -> list[Playlist]:
        """The playlists of what is there: ids and items are absolute, empty ones are left out."""
        found = []
        for p in self.playlists:
            items = tuple(dict.fromkeys(uid for uid in absolute(self.pack + "/", p.items) if uid in shown))
            if items:
                found.append(replace(p, id=f"{self.pack}/{p.id}", items=items))
        return found

    def days_of(self, shown: Container[str]) -> list[Day]:
        """The days whose item is there, by its uid."""
        made = (replace(d, item=absolute(self.pack + "/", (d.item,))[0]) for d in self.days)
        return [d for d in made if d.item in shown]


def absolute(uid: str, ids: Iterable[str]) -> list[str]:
    """Item ids as an item of `uid`'s pack writes them, as `pack/item`."""
    pack = uid.split("/", maxsplit=1)[0]
    return [i if "/" in i else f"{pack}/{i}" for i in ids]


def at_most_a_day(days: Iterable[Day]) -> list[Day]:
    """The first two of each day of the year."""
    seen: Counter[str] = Counter()
    kept = []
    for day in days:
        seen[day.key] += 1
        if seen[day.key] <= MOST_A_DAY:
            kept.append(day)
    return kept


def read_across(pack: str, head: Mapping[str, Any]) -> Across:
    """From `pack.json`. What cannot be read is left out and logged; the items are shown all the same."""
    playlists = {p.id: p for p in reversed(_each(pack, Playlist, head.get("playlists"), MOST_PLAYLISTS)) if _sound(p)}
    days = tuple(d for d in _each(pack, Day, head.get("days"), MOST_DAYS) if parse_day(d.date) and d.text and d.item)
    url = head.get("handoff", "")
    handoff = url if isinstance(url, str) and url.startswith(("https://", "http://")) and len(url) <= MOST_URL else ""
    return Across(pack, tuple(reversed(playlists.values())), days, handoff)


def _sound(p: Playlist) -> bool:
    dates = all(parse_day(d) == d for d in (p.begins, p.ends)) and len(p.begins) == len(p.ends)
    return bool(p.id) and "/" not in p.id and bool(p.title) and len(p.items) <= MOST_ITEMS and dates


def _each(pack: str, cls: type[T], raw: object, most: int) -> list[T]:
    found: list[T] = []
    for value in raw[:most] if isinstance(raw, list) else []:
        try:
            found.append(decode(cls, value))
        except ContentError as error:
            _log.warning("%s: %s", pack, error)
    return found
