"""The rounds that are being played, one for each set, and which page of them is up; for all parts of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from kiosk.core.clock import plausible
from kiosk.core.text import Lang
from kiosk.kinds.riddle import play, season, words
from kiosk.kinds.riddle.model import Riddles
from kiosk.sdk.page import Pace
from kiosk.sdk.ui import Opened, Services

STAKE = "riddle"


class FairDesk(QObject):
    """Where the visitor is. `turned` when another page, lantern or wall is up, `chosen` when the unsent answer changed.

    Attributes:
        order: sets in the order in which they hang up; a set is named by its place in it.
        rounds: what became of the sets that hung already.
        set: the set on the wall.
        page: index of its wall.
        pinyin: what was sent is Pinyin of which no characters were chosen yet.
    """

    turned = Signal()
    chosen = Signal()

    def __init__(self, riddles: Riddles, opened: Opened, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self.riddles = riddles
        self.services = services
        self.pace = Pace(services.clock)
        now = services.clock.now()
        self.order = season.order(riddles.sets, now.astimezone().date(), trusted=plausible(now))
        self.rounds: dict[int, play.Round] = {}
        self.set = self.page = 0
        self.pinyin = False
        self._uid = opened.uid
        self._cards = {card.uid: card for card in (*opened.related, *opened.links)}
        self._ended: set[int] = set()
        self._began: dict[int, float] = {}
        self._hang(0)

    @property
    def round(self) -> play.Round:
        """The round of the set on the wall."""
        return self.rounds[self.set]

    @property
    def phase(self) -> str:
        """`wall`, `asking` or `answered`."""
        return self.round.phase

    @property
    def following(self) -> int:
        """The set that hangs up next."""
        return (self.set + 1) % len(self.order)

    @property
    def lang(self) -> Lang:
        """Language of the visit."""
        return self.services.lang()

    def name(self, place: int) -> str:
        """Name of a set; empty when the item has only one."""
        return self.riddles.sets[self.order[place]].name

    def said(self, number: int) -> str:
        """A number as the wall writes it."""
        return words.number(number, self.lang)

    def invitation(self, links: Iterable[str]) -> dict[str, Any]:
        """The first of these items that is here: `uid`, `label`; empty when none is."""
        pack = self._uid.split("/")[0]
        uids = (link if "/" in link else f"{pack}/{link}" for link in links)
        card = next((self._cards[uid] for uid in uids if uid in self._cards), None)
        return {"uid": card.uid, "label": self.tr("去看看：%1").replace("%1", card.name or card.title)} if card else {}

    def touch(self, place: int) -> None:
        """Open a lantern; the time of a round runs from its first one."""
        self._began.setdefault(self.set, self.pace.now)
        self.turn(play.touch(self.round, place, self.pace.now))

    def hang(self, place: int) -> None:
        """Put a set on the wall; what was lit in it is still lit."""
        self._hang(place)
        self.turn(self.round)

    def darken(self, places: Iterable[int]) -> None:
        """Put out all lanterns of these sets, and hang up the first of them."""
        gone = tuple(places)
        for place in gone:
            del self.rounds[place]
            self._ended.discard(place)
            self._began.pop(place, None)
        self.hang(min(gone))

    def keep(self, changed: play.Round) -> None:
        """The answer as it is now."""
        self.rounds[self.set] = changed
        self.chosen.emit()

    def turn(self, changed: play.Round) -> None:
        """Another page is up; the wall shows the lantern that was open."""
        if self.round.at >= 0 and changed.at < 0:
            self.page = self.round.at // words.PAGE
        self.pinyin = False
        self.rounds[self.set] = changed
        self.pace.turned()
        self.turned.emit()
        self.chosen.emit()

    def hinted(self, hinted: play.Round) -> None:
        """Show a hint; it is recorded before it is read."""
        self._record(play.record(hinted, "hint", self.pace.now))
        self.keep(hinted)
        self._stake()

    def judged(self, judged: play.Round, event: Literal["try", "shown"], by: play.By) -> None:
        """Keep what came of a guess; the record goes first, so that nothing later can lose it."""
        self._record(play.record(judged, event, self.pace.now, by))
        if judged.done and self.set not in self._ended:
            self._ended.add(self.set)
            began = self._began.get(self.set, self.pace.now)
            key = self.riddles.sets[self.order[self.set]].key
            self._record(play.end_record(judged, key, round((self.pace.now - began) * 1000)))
        self.turn(judged)
        self._stake()

    def _hang(self, place: int) -> None:
        self.set, self.page = place, 0
        if place not in self.rounds:
            key = self.riddles.sets[self.order[place]].key
            self.rounds[place] = play.start(self.riddles.of(key), self.riddles.tries, self.services.seed())

    def _record(self, payload: dict[str, Any]) -> None:
        self.services.recorder.append("riddle", self._uid, payload)

    def _stake(self) -> None:
        """An unfinished wall is worth a question before it is reset."""
        at_stake = any(r.begun and not r.done for r in self.rounds.values())
        self.services.navigator.atStake(STAKE, at_stake)
