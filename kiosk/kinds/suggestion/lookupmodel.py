"""Looking a receipt up: nine characters, and what became of the letter they belong to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import receipt
from kiosk.kinds.suggestion import board, code
from kiosk.kinds.suggestion.model import Box
from kiosk.kinds.suggestion.pages import KEY, BoxPages
from kiosk.sdk.page import alive
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class LookupViewModel(QObject):
    """A code as it is typed.

    `turned` when another page is up, `edited` when the code or its verdict changed, `found` with the case it belongs to and
    its public hash.
    """

    turned = Signal()
    edited = Signal()
    found = Signal(object, str)

    def __init__(self, box: Box, pages: BoxPages, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._pages = pages
        self._typed = ""
        self._verdict = ""
        self._since = ""
        pages.turned.connect(self.turned)
        pages.turned.connect(self.edited)

    @Property("QStringList", constant=True)
    def keys(self) -> list[str]:
        """The characters a code may have."""
        return list(receipt.ALPHABET)

    @Property(str, notify=edited)
    def typed(self) -> str:
        """What was typed of a code."""
        return self._typed

    @Property(str, notify=edited)
    def verdict(self) -> str:
        """Empty while typing; `wrong` (cannot be a code), `unknown` (none of ours), `looking`."""
        return self._verdict

    @Property(str, notify=turned)
    def since(self) -> str:
        """Day on which a letter that waits for its answer was put in; may be empty."""
        return self._pages.said(self._since) if self._since else ""

    @Property(int, notify=turned)
    def sinceDays(self) -> int:
        """Days since then; -1 when unknown."""
        today = self._pages.today()
        gone = board.between(self._since, today.isoformat()) if today else None
        return -1 if gone is None else gone

    @Slot()
    def begin(self) -> None:
        """Look a receipt up."""
        if self._pages.up("list", "waiting"):
            self._typed, self._verdict = "", ""
            self._pages.turn("lookup")

    @Slot(str)
    def press(self, character: str) -> None:
        """One more character; the ninth asks."""
        bare = receipt.normal(character)
        if not self._typing or len(self._typed) + len(bare) > receipt.LENGTH:
            return
        if not bare or any(c not in receipt.ALPHABET for c in bare):
            return
        self._typed, self._verdict = self._typed + bare, ""
        if len(self._typed) == receipt.LENGTH:
            self._look()
        self.edited.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last character away."""
        if self._typing:
            self._typed, self._verdict = self._typed[:-1], ""
            self.edited.emit()

    @Slot()
    def eraseAll(self) -> None:
        """Begin again."""
        if self._typing:
            self._typed, self._verdict = "", ""
            self.edited.emit()

    def clear(self) -> None:
        """Forget what was looked up."""
        self._typed, self._verdict, self._since = "", "", ""

    @property
    def _typing(self) -> bool:
        return self._pages.phase == "lookup" and self._verdict != "looking"

    def _look(self) -> None:
        typed = self._typed
        if not receipt.sound(typed):
            self._verdict = "wrong"
            return
        self._verdict = "looking"
        self._pages.services.lanes.run(
            "io", lambda: (code.public_hash(typed), code.book_hash(typed)), alive(self, self._hashed)
        )

    def _hashed(self, result: Result[tuple[str, str]]) -> None:
        if isinstance(result, Err):
            self._unknown()
            return
        if self._pages.phase != "lookup":
            return
        public, booked = result.value
        case = board.found(self._box, public)
        if case is not None:
            self.found.emit(case, public)
            return
        uid = self._pages.uid
        self._pages.services.recorder.ask(
            lambda book: list(book.of(KEY, uid, book.person(booked))), alive(self, self._answered)
        )

    def _answered(self, told: Result[list[dict[str, Any]]]) -> None:
        if self._pages.phase != "lookup":
            return
        letters = [] if isinstance(told, Err) else [p for p in told.value if p.get("event") == "letter"]
        if not letters:
            self._unknown()
            return
        self._since = str(letters[0].get("day") or "")
        self._pages.turn("waiting")

    def _unknown(self) -> None:
        self._verdict = "unknown"
        self.edited.emit()
