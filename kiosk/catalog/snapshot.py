"""The home snapshot: a few kilobytes beside the catalog with all that the first frame and the attract loop need."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.core.codec import decode, encode
from kiosk.core.errors import ContentError
from kiosk.core.occasions import Day, Playlist
from kiosk.core.text import Lang

SNAPSHOT_FORMAT = 2
"""Version of the snapshot and of the catalog beside it (`schema.FORMAT`); both are built again when it is another."""


@dataclass(frozen=True, slots=True)
class Room:
    """One kind that has something to show."""

    kind: str
    title: dict[str, str]
    count_words: dict[str, str]
    mark: str
    count: int


@dataclass(frozen=True, slots=True)
class HomeCard:
    """One item that may hang on the home wall and in the attract loop."""

    uid: str
    lang: Lang
    kind: str
    title: str
    subtitle: str
    line: str
    quoted: bool
    name: str
    poster: str
    alt: str
    listen: bool


@dataclass(frozen=True, slots=True)
class HomeList:
    """A playlist that home may put forward; `list` has its uid as id and no items."""

    list: Playlist
    count: int
    seconds: dict[str, int]
    """Of all its items together, by language: narrations differ."""
    picture: str


@dataclass(frozen=True, slots=True)
class HomeDay:
    """A day to remember; the item of `day` is a uid."""

    day: Day
    picture: str


@dataclass(frozen=True, slots=True)
class HomeSnapshot:
    """State of the library at one generation of the store."""

    format: int = 1
    generation: int = 0
    catalog: str = ""
    rooms: tuple[Room, ...] = ()
    cards: tuple[HomeCard, ...] = ()
    eras: dict[str, int] = field(default_factory=dict)
    """Stories of each era."""
    minutes: dict[str, int] = field(default_factory=dict)
    """Items that take at most so many minutes."""
    playlists: tuple[HomeList, ...] = ()
    days: tuple[HomeDay, ...] = ()
    """At most two of each day of the year."""


class SnapshotFile:
    """`home.json` in the catalog folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "home.json"

    def stamp(self) -> tuple[int, int]:
        """Changes whenever the snapshot does; (0, 0) when there is none."""
        try:
            stat = self._path.stat()
        except OSError:
            return (0, 0)
        return (stat.st_mtime_ns, stat.st_ino)

    def read(self) -> HomeSnapshot:
        """The snapshot; an empty one when there is none or it cannot be read (it is derived: it will be rebuilt)."""
        try:
            return decode(HomeSnapshot, json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError, ContentError):
            return HomeSnapshot()

    def write(self, snapshot: HomeSnapshot) -> None:
        """Replace the snapshot atomically."""
        draft = self._path.with_suffix(f".{os.getpid()}.tmp")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(encode(snapshot), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path)
