"""The home wall: one poster, one door, and every fact on it is live."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalog.snapshot import HomeCard, HomeDay, HomeList
from kiosk.core.festivals import FESTIVALS
from kiosk.core.occasions import Day, Playlist, choose
from kiosk.screens.eras import era_words
from kiosk.sdk.ui import file_url
from kiosk.state.library import Library
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.screens.home"
QML_IMPORT_MAJOR_VERSION = 1

DOOR = "story"
DEFAULT_SITE = "先锋屏"


class Ways(Protocol):
    """Where home leads."""

    def openRoom(self, kind: str) -> None:
        """To the list of one kind."""

    def openSearch(self) -> None:
        """To the search page."""

    def openEra(self, era: str) -> None:
        """To the stories of one era."""

    def openMinutes(self, minutes: int) -> None:
        """To what fits into a break."""

    def openItem(self, uid: str) -> None:
        """To one item."""

    def openPlaylist(self, uid: str) -> None:
        """To a playlist."""


@QmlElement
@QmlUncreatable("made by the app")
class HomeViewModel(QObject):
    """What hangs on the home wall."""

    changed = Signal()

    def __init__(
        self,
        library: Library,
        visit: Visit,
        ways: Ways,
        today: Callable[[], date],
        site: str = "",
        trusted: Callable[[], date | None] | None = None,
    ) -> None:
        super().__init__()
        self._trusted = trusted or today
        self._turn = 0
        visit.began.connect(self._next_turn)
        self._library = library
        self._visit = visit
        self._ways = ways
        self._today = today
        self._site = "" if site == DEFAULT_SITE else site
        library.changed.connect(self.changed)
        visit.langChanged.connect(self.changed)

    def _card(self) -> HomeCard | None:
        cards = self._library.cards_for(self._visit.language)
        return cards[self._today().toordinal() % len(cards)] if cards else None

    @Property(QUrl, notify=changed)
    def poster(self) -> QUrl:
        """Poster of the day."""
        card = self._card()
        return file_url(card.poster) if card else QUrl()

    @Property(str, notify=changed)
    def posterAlt(self) -> str:
        """What the poster shows."""
        card = self._card()
        return card.alt if card else ""

    @Property(str, notify=changed)
    def today(self) -> str:
        """Whose hall this is, when the settings name one, and who is on show today."""
        card = self._card()
        words = self.tr("今日展出 %1").replace("%1", card.name or card.title) if card else ""
        return " · ".join(w for w in (self._site, words) if w)

    @Property("QVariantMap", notify=changed)
    def occasion(self) -> dict[str, Any]:
        """What today brings: `over`, `title`, `fact`, `picture`; empty when nothing does."""
        snapshot = self._library.snapshot
        chosen = self._chosen()
        if isinstance(chosen, Playlist):
            return self._list_words(next(h for h in snapshot.playlists if h.list == chosen))
        if isinstance(chosen, Day):
            return self._day_words(next(h for h in snapshot.days if h.day == chosen))
        return {}

    @Slot()
    def openOccasion(self) -> None:
        """The playlist, or the item that tells of the day."""
        chosen = self._chosen()
        if isinstance(chosen, Playlist):
            self._ways.openPlaylist(chosen.id)
        elif isinstance(chosen, Day):
            self._ways.openItem(chosen.item)

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Nothing is published yet."""
        return not self._library.snapshot.rooms

    @Property("QVariantMap", notify=changed)
    def door(self) -> dict[str, Any]:
        """The one big door: title and fact."""
        for room in self._rooms():
            if room["kind"] == DOOR:
                return room
        return self._rooms()[0] if self._rooms() else {"kind": "", "title": "", "fact": "", "mark": ""}

    @Property("QVariantList", notify=changed)
    def rooms(self) -> list[dict[str, Any]]:
        """The other rooms."""
        door = self.door["kind"]
        return [room for room in self._rooms() if room["kind"] != door]

    @Property("QVariantList", notify=changed)
    def eras(self) -> list[dict[str, Any]]:
        """Eras that have stories."""
        counts = self._library.snapshot.eras
        return [{"key": k, "title": w, "count": counts[k]} for k, w in era_words().items() if counts.get(k)]

    @Property("QVariantList", notify=changed)
    def minutes(self) -> list[dict[str, Any]]:
        """Lengths of a break for which there is something."""
        return [{"minutes": int(m), "count": n} for m, n in self._library.snapshot.minutes.items() if n]

    @Slot(str)
    def openRoom(self, kind: str) -> None:
        """Go into a room."""
        self._ways.openRoom(kind)

    @Slot()
    def openSearch(self) -> None:
        """Look for something."""
        self._ways.openSearch()

    @Slot(str)
    def openEra(self, era: str) -> None:
        """Stories of one era."""
        self._ways.openEra(era)

    @Slot(int)
    def openMinutes(self, minutes: int) -> None:
        """What fits into a break."""
        self._ways.openMinutes(minutes)

    def _chosen(self) -> Playlist | Day | None:
        snapshot = self._library.snapshot
        lists = [home.list for home in snapshot.playlists]
        return choose(lists, [home.day for home in snapshot.days], self._trusted(), self._turn)

    @Slot()
    def _next_turn(self) -> None:
        self._turn += 1
        self.changed.emit()

    def _said(self, words: Mapping[str, str]) -> str:
        return words.get(self._visit.language) or words.get("zh", "")

    def _list_words(self, home: HomeList) -> dict[str, Any]:
        festival = FESTIVALS.get(home.list.festival)
        return {
            "over": festival.name(self._visit.language) if festival else self.tr("播放单"),
            "title": self._said(home.list.title),
            "fact": self.tr("%1 个，%2 分钟")
            .replace("%1", str(home.count))
            .replace("%2", str(max(1, round(home.seconds.get(self._visit.language, 0) / 60)))),
            "picture": file_url(home.picture),
        }

    def _day_words(self, home: HomeDay) -> dict[str, Any]:
        return {
            "over": self.tr("历史上的今天"),
            "title": self._said(home.day.text),
            "fact": self.tr("%1 年").replace("%1", home.day.year) if home.day.year else "",
            "picture": file_url(home.picture),
        }

    def _rooms(self) -> list[dict[str, Any]]:
        lang = self._visit.language
        return [
            {
                "kind": r.kind,
                "title": r.title.get(lang, r.kind),
                "fact": _counted(r.count_words.get(lang, "{n}"), r.count),
                "mark": r.mark,
            }
            for r in self._library.snapshot.rooms
        ]


def _counted(words: str, count: int) -> str:
    """How many, in words such as `{n} walls|1 wall`."""
    many, _, one = words.partition("|")
    return one if one and count == 1 else many.replace("{n}", str(count))
