"""Find people and programmes by name, by pinyin (`wangjinxi`), by initials (`wjx`), or by any words in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Result
from kiosk.screens.eras import era_words
from kiosk.screens.search.question import question, typed
from kiosk.sdk.ui import Card, card_data
from kiosk.state.library import Library
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.screens.search"
QML_IMPORT_MAJOR_VERSION = 1

WAIT_MS = 120
PERSON = "story"


@QmlElement
@QmlUncreatable("made by the app")
class SearchViewModel(QObject):
    """Results follow the typing; an answer to an older question is dropped."""

    changed = Signal()
    foundChanged = Signal()

    def __init__(self, library: Library, visit: Visit, open_item: Callable[[str], None]) -> None:
        super().__init__()
        self._library = library
        self._lang = visit.language
        self._open_item = open_item
        self._asked = ""
        self._words = ""
        self._found: list[dict[str, Any]] = []
        self._condition = "start"
        self._trades: dict[str, str] = {}
        self._timer = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._ask)
        library.list(PERSON, self._lang, self._know_trades)

    @Property(str, notify=changed)
    def words(self) -> str:
        """What `found` and `condition` answer."""
        return self._words

    @Property(str, notify=changed)
    def condition(self) -> str:
        """`start`, `ok`, `empty` or `error`."""
        return self._condition

    @Property("QVariantList", notify=foundChanged)
    def found(self) -> list[dict[str, Any]]:
        """Cards, best first, each with a `note`: a person's trade and era on two lines, else the second title."""
        return self._found

    @Property(bool, notify=foundChanged)
    def people(self) -> bool:
        """Whether all that was found are people."""
        return all(card["kind"] == PERSON for card in self._found)

    @Property(bool, constant=True)
    def latin(self) -> bool:
        """Whether typing begins with plain letters instead of pinyin."""
        return self._lang == "en"

    @Slot(str, str)
    def ask(self, text: str, composing: str = "") -> None:
        """The field has changed; the answer comes shortly after the last letter.

        Args:
            text: what is in the field for good.
            composing: what the input method is still composing.
        """
        words = question(text, composing)
        if words != self._asked:
            self._asked = words
            self._timer.start()

    @Slot()
    def confirm(self) -> None:
        """The red key: answer at once; the only one found is opened."""
        if self._timer.isActive() or self._condition == "error":
            self._timer.stop()
            self._ask()
        elif len(self._found) == 1:
            self.open(str(self._found[0]["uid"]))

    @Slot(str, result=str)
    def typed(self, composing: str) -> str:
        """The text being composed, as it was typed."""
        return typed(composing)

    @Slot(str)
    def open(self, uid: str) -> None:
        """Open a result."""
        self._open_item(uid)

    def leave(self) -> None:
        """The page is going away for good."""
        self._timer.stop()

    def _know_trades(self, result: Result[tuple[tuple[Card, ...], dict[str, str]]]) -> None:
        if not isinstance(result, Err):
            self._trades = result.value[1]

    @Slot()
    def _ask(self) -> None:
        words = self._asked
        if not words:
            self._show(words, "start", [])
            return

        def answered(result: Result[tuple[Card, ...]]) -> None:
            if words != self._asked:
                return
            if isinstance(result, Err):
                self._show(words, "error", [])
                return
            eras = era_words()
            found = [card_data(card) | {"note": self._note(card, eras)} for card in result.value]
            self._show(words, "ok" if found else "empty", found)

        self._library.search(words, self._lang, answered)

    def _show(self, words: str, condition: str, found: list[dict[str, Any]]) -> None:
        """Cards that stay the same stay where they are: a finger may be on one."""
        self._words, self._condition = words, condition
        if found != self._found:
            self._found = found
            self.foundChanged.emit()
        self.changed.emit()

    def _note(self, card: Card, eras: dict[str, str]) -> str:
        facts = [self._trades.get(card.trade, ""), eras.get(card.era, "")]
        return "\n".join(f for f in facts if f) if card.kind == PERSON else card.subtitle or card.series
