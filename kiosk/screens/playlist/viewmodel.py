"""A playlist on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.festivals import FESTIVALS
from kiosk.core.kind import Kind
from kiosk.core.occasions import Playlist
from kiosk.jobs import Err, Result
from kiosk.sdk.ui import Card, file_url
from kiosk.state.library import Library
from kiosk.state.visit import Visit
from kiosk.state.walk import Walk

QML_IMPORT_NAME = "kiosk.screens.playlist"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class PlaylistViewModel(QObject):
    """The items in order, how long they take together, and the way through them.

    Args:
        uid: `pack/playlist`.
        open_item: shows an item on top of this page.
        open_list: shows another playlist in its place.
    """

    changed = Signal()

    def __init__(
        self,
        library: Library,
        visit: Visit,
        kinds: Mapping[str, Kind],
        walk: Walk,
        uid: str,
        open_item: Callable[[str], None],
        open_list: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._library = library
        self._lang = visit.language
        self._kinds = kinds
        self._walk = walk
        self._uid = uid
        self._open_item = open_item
        self._open_list = open_list
        self._list: Playlist | None = None
        self._cards: tuple[Card, ...] = ()
        self._condition = "loading"
        walk.changed.connect(self.changed)
        library.changed.connect(self.load)
        self.load()

    @Slot()
    def load(self) -> None:
        """Read the playlist of the newest generation."""
        self._library.playlist(self._uid, self._lang, self._loaded)

    def _loaded(self, result: Result[tuple[Playlist, tuple[Card, ...]] | None]) -> None:
        if isinstance(result, Err):
            self._condition = "error"
        elif result.value is None:
            self._condition, self._cards = "empty", ()
        else:
            self._condition = "ok"
            self._list, self._cards = result.value
        self.changed.emit()

    @Property(str, notify=changed)
    def condition(self) -> str:
        """`loading`, `ok`, `empty` or `error`."""
        return self._condition

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its title."""
        return self._list.title.get(self._lang) or self._list.title.get("zh", "") if self._list else ""

    @Property(str, notify=changed)
    def festival(self) -> str:
        """The festival it belongs to, in words; may be empty."""
        found = FESTIVALS.get(self._list.festival) if self._list else None
        return found.name(self._lang) if found else ""

    @Property(int, notify=changed)
    def minutes(self) -> int:
        """How long all of it takes, in whole minutes, at least 1."""
        return max(1, round(sum(card.seconds for card in self._cards) / 60))

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many items."""
        return len(self._cards)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """The items in order: uid, title, room, minutes, picture, seen, upcoming."""
        following = self.following
        return [
            {
                "uid": c.uid, "title": c.title, "room": self._room(c.kind), "minutes": max(1, round(c.seconds / 60)),
                "timed": c.seconds > 0, "picture": file_url(c.square), "seen": self._mine and self._walk.seen(c.uid),
                "upcoming": c.uid == following,
            }
            for c in self._cards
        ]  # fmt: skip

    @Property(bool, notify=changed)
    def walking(self) -> bool:
        """Whether this visitor goes through it and something was opened."""
        return self._mine and any(self._walk.seen(c.uid) for c in self._cards)

    @Property(str, notify=changed)
    def following(self) -> str:
        """Uid of what comes next; empty when nobody has begun, or all was opened."""
        return self._walk.following()[0] if self.walking else ""

    @Property(str, notify=changed)
    def followingName(self) -> str:
        """Its name."""
        return self._walk.following()[1] if self.walking else ""

    @Property("QVariantList", notify=changed)
    def others(self) -> list[dict[str, str]]:
        """The other playlists: uid and title."""
        lists = (home.list for home in self._library.snapshot.playlists)
        return [
            {"uid": p.id, "title": p.title.get(self._lang) or p.title.get("zh", "")} for p in lists if p.id != self._uid
        ]

    @Slot()
    def begin(self) -> None:
        """From the start."""
        if self._cards:
            self._walk.begin(self._uid, self._items())
            self._open_item(self._cards[0].uid)

    @Slot()
    def goOn(self) -> None:
        """What comes next."""
        if self.following:
            self._open_item(self.following)

    @Slot(str)
    def open(self, uid: str) -> None:
        """An item of it: the walk goes on from there."""
        if not self._mine:
            self._walk.begin(self._uid, self._items())
        self._open_item(uid)

    @Slot(str)
    def openOther(self, uid: str) -> None:
        """Another playlist."""
        self._open_list(uid)

    @property
    def _mine(self) -> bool:
        return self._walk.uid == self._uid

    def _items(self) -> tuple[tuple[str, str], ...]:
        return tuple((c.uid, c.name) for c in self._cards)

    def _room(self, kind: str) -> str:
        known = self._kinds.get(kind)
        return known.title(self._lang) if known else ""
