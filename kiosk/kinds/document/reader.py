"""Which page of the law is up, which article, and the way back; for all parts of the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.core.text import Lang
from kiosk.kinds.document.model import Document


class Reader(QObject):
    """The reader's place.

    `turned` when another page or article is on the screen, `left` when the search is over: another article was opened in
    another way.
    """

    turned = Signal()
    left = Signal()

    def __init__(self, document: Document, title: str, lang: Lang, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.title = title
        self.lang = lang
        self.phase = "contents"
        self.at = 0
        self.trail: list[str] = []
        self.changed = {
            r.article
            for c in document.comparisons[:1]
            for r in c.rows
            if r.article >= 0 and r.change in ("changed", "added")
        }

    @property
    def total(self) -> int:
        """Number of articles, annexes included."""
        return len(self.document.articles)

    def show(self, article: int) -> None:
        """Open an article."""
        if 0 <= article < self.total:
            if self.phase != "article":
                self.left.emit()
            self.at = article
            self.go("article")

    def move(self, article: int) -> None:
        """Another article on the page of articles."""
        if self.phase == "article" and 0 <= article < self.total and article != self.at:
            self.at = article
            self.turned.emit()

    def go(self, phase: str) -> None:
        """Put a page up."""
        if phase != self.phase:
            if phase in self.trail:  # the same page is never twice on the way back
                del self.trail[self.trail.index(phase) :]
            else:
                self.trail.append(self.phase)
            self.phase = phase
        self.turned.emit()

    def home(self) -> None:
        """The contents; no way back from there."""
        self.trail.clear()
        self.phase = "contents"
        self.left.emit()
        self.turned.emit()

    def back(self) -> bool:
        """To the page this one was opened from; False when there is none."""
        if not self.trail:
            return False
        if self.phase == "find":
            self.left.emit()
        self.phase = self.trail.pop()
        self.turned.emit()
        return True
