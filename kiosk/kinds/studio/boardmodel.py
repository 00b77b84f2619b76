"""The help cards on the studio's wall: one in front, the others behind it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.studio import board
from kiosk.kinds.studio.model import HelpCard, Studio
from kiosk.kinds.studio.pages import StudioPages

QML_IMPORT_NAME = "kiosk.kinds.studio"
QML_IMPORT_MAJOR_VERSION = 1

LINE = 12
"""Characters of a card's problem on one line, Chinese."""


@QmlElement
@QmlUncreatable("made by the app")
class StudioBoardViewModel(QObject):
    """The cards that hang. `turned` when another one is in front."""

    turned = Signal()

    def __init__(self, studio: Studio, pages: StudioPages, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._cards = board.hung(studio)
        self._card = 0
        pages.turned.connect(self.turned)

    @property
    def front(self) -> HelpCard | None:
        """The card in front."""
        return self._cards[self._card] if self._cards else None

    def find(self, number: str) -> HelpCard | None:
        """The card of that number."""
        return next((c for c in self._cards if number and c.number == number), None)

    @Property(int, constant=True)
    def count(self) -> int:
        """Help cards on the wall."""
        return len(self._cards)

    @Property(int, constant=True)
    def waiting(self) -> int:
        """Help cards nobody has taken."""
        return sum(c.state == "open" for c in self._cards)

    @Property("QVariantMap", notify=turned)
    def card(self) -> dict[str, Any]:
        """The card in front; empty when none hangs."""
        return self.said(self._cards[self._card]) if self._cards else {}

    @Property(int, notify=turned)
    def at(self) -> int:
        """Its place, from 0."""
        return self._card

    @Slot(int)
    def step(self, by: int) -> None:
        """Another card to the front; after the last comes the first."""
        if self._pages.phase == "front" and self._cards:
            self._card = (self._card + by) % len(self._cards)
            self.turned.emit()

    def said(self, card: HelpCard) -> dict[str, Any]:
        """A card as QML shows it: `word` and `state`, and `since` in one sentence."""
        gone = board.days(card, self._pages.today())
        word = {"open": self.tr("没人接"), "taken": self.tr("有人接"), "solved": self.tr("解决了")}[card.state]
        if gone < 0:
            since = card.note
        elif card.state == "solved":
            since = self.tr("用了 %n 天解决", "", gone)
        elif card.state == "taken":
            since = self.tr("挂了 %n 天，有人在做", "", gone)
        else:
            since = self.tr("挂了 %n 天，还没人接", "", gone)
        if gone >= 0 and card.note:
            since = self.tr("%1。%2").replace("%1", since).replace("%2", card.note)
        problem = board.broken(card.problem, LINE) if self._pages.han else card.problem
        return {
            "number": card.number, "team": card.team, "problem": problem, "wish": card.wish, "state": card.state,
            "word": word, "since": since, "field": card.field,
        }  # fmt: skip
