"""Find people and programmes by name, by pinyin (`wangjinxi`), by initials (`wjx`), or by any words in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.jobs import Err, Result
from kiosk.sdk.ui import Card, card_data
from kiosk.state.library import Library
from kiosk.state.visit import Visit

QML_IMPORT_NAME = "kiosk.screens.search"
QML_IMPORT_MAJOR_VERSION = 1

WAIT_MS = 120


@QmlElement
@QmlUncreatable("made by the app")  # type: ignore[operator]
class SearchViewModel(QObject):
    """Results follow the typing; an answer to an older question is dropped."""

    changed = Signal()

    def __init__(self, library: Library, visit: Visit, open_item: Callable[[str], None]) -> None:
        super().__init__()
        self._library = library
        self._lang = visit.language
        self._open_item = open_item
        self._words = ""
        self._found: list[dict[str, Any]] = []
        self._condition = "start"
        self._timer = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._ask)

    @Property(str, notify=changed)
    def words(self) -> str:
        """What is asked."""
        return self._words

    @Property(str, notify=changed)
    def condition(self) -> str:
        """`start`, `ok`, `empty` or `error`."""
        return self._condition

    @Property("QVariantList", notify=changed)
    def found(self) -> list[dict[str, Any]]:
        """Cards, best first."""
        return self._found

    @Slot(str)
    def ask(self, words: str) -> None:
        """The text in the field, including what the input method is still composing."""
        if words != self._words:
            self._words = words
            self._timer.start()

    @Slot(str)
    def open(self, uid: str) -> None:
        """Open a result."""
        self._open_item(uid)

    def _ask(self) -> None:
        words = self._words
        if not words.strip():
            self._condition, self._found = "start", []
            self.changed.emit()
            return

        def answered(result: Result[tuple[Card, ...]]) -> None:
            if words != self._words:
                return
            if isinstance(result, Err):
                self._condition, self._found = "error", []
            else:
                self._found = [card_data(card) for card in result.value]
                self._condition = "ok" if self._found else "empty"
            self.changed.emit()

        self._library.search(words, self._lang, answered)
