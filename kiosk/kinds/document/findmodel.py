"""Searching inside the law: what is found, and going from one match to the next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document import find, words
from kiosk.kinds.document.reader import Reader
from kiosk.kinds.document.rows import LazyRows

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class FindViewModel(QObject):
    """The search.

    `turned` when another article is on the screen, `asked` when what is searched for changed, `lit` when matches are to be
    drawn anew in the articles.
    """

    turned = Signal()
    asked = Signal()
    lit = Signal()

    def __init__(self, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._query = ""
        self._folded: tuple[tuple[str, ...], ...] = ()
        self._matches: tuple[find.Match, ...] = ()
        self._match = -1
        self._found: list[tuple[int, int]] = []
        self._results = LazyRows(0, self._row, self)
        reader.turned.connect(self.turned)
        reader.left.connect(self.forget)

    @Property(str, notify=asked)
    def query(self) -> str:
        """What is searched for."""
        return self._query

    @Property(QObject, constant=True)
    def results(self) -> LazyRows:
        """Articles with matches: `article`, `label`, `snippet`, `count`."""
        return self._results

    @Property(int, notify=asked)
    def count(self) -> int:
        """Matches in the document."""
        return len(self._matches)

    @Property(str, notify=asked)
    def line(self) -> str:
        """How much was found."""
        if not self._query.strip():
            return self.tr("写两三个字，比如“工资”")
        if not self._matches:
            return self.tr("没有“%1”").replace("%1", self._query.strip())
        said = self.tr("%1 处，在 %2 条里").replace("%1", str(len(self._matches)))
        return said.replace("%2", str(len(self._found)))

    @Property(bool, notify=turned)
    def searching(self) -> bool:
        """The article on the screen shows matches, and the buttons go from one to the next."""
        return self._match >= 0

    @Property(str, notify=turned)
    def place(self) -> str:
        """第 3 处，共 12 处."""
        said = self.tr("第 %1 处，共 %2 处").replace("%1", str(self._match + 1))
        return said.replace("%2", str(len(self._matches)))

    @Property(int, notify=turned)
    def offset(self) -> int:
        """Where the match stands in the article's text, as QML counts; -1 for none, or when it is in the plain words."""
        if not self.searching or self._matches[self._match].article != self._reader.at:
            return -1
        return find.offset(self._reader.document.articles[self._reader.at], self._matches[self._match])

    @Property(bool, notify=turned)
    def plain(self) -> bool:
        """The match stands in the plain words of the article on the screen."""
        return self.searching and self._matches[self._match].article == self._reader.at and self.offset < 0

    @Property(bool, notify=turned)
    def before(self) -> bool:
        """There is a match before this one."""
        return self._match > 0

    @Property(bool, notify=turned)
    def after(self) -> bool:
        """There is a match after this one."""
        return 0 <= self._match < len(self._matches) - 1

    @Slot(str)
    def ask(self, said: str) -> None:
        """The search field holds `said` now."""
        if said == self._query:
            return
        self._query = said
        self._folded = self._folded or find.fold(self._reader.document.articles)
        self._matches = find.find(self._folded, said)
        self._match = -1
        self._found = []
        for n, match in enumerate(self._matches):
            if not self._found or self._matches[self._found[-1][0]].article != match.article:
                self._found.append((n, 0))
            self._found[-1] = (self._found[-1][0], self._found[-1][1] + 1)
        self._results.reset(len(self._found))
        self.asked.emit()

    @Slot(int)
    def show(self, place: int) -> None:
        """Open a result at its first match."""
        if 0 <= place < len(self._found):
            self._see(self._found[place][0])

    @Slot(int)
    def step(self, by: int) -> None:
        """To the match before or after."""
        if self.searching and 0 <= self._match + by < len(self._matches):
            self._see(self._match + by)

    @Slot()
    def forget(self) -> None:
        """No search any more."""
        self._match = -1
        if self._query:
            self.ask("")
            self.lit.emit()

    def marked(self, place: int, n: int, text: str) -> str:
        """A line of an article, with its matches marked while they are gone through."""
        if not self.searching:
            return find.marked(text, [], None)
        mine = [m for m in self._matches if m.article == place and m.line == n]
        return find.marked(text, mine, self._matches[self._match])

    def _see(self, match: int) -> None:
        self._match = match
        self._reader.at = self._matches[match].article
        self.lit.emit()
        self._reader.go("article")

    def _row(self, place: int) -> dict[str, Any]:
        first, count = self._found[place]
        match = self._matches[first]
        a = self._reader.document.articles[match.article]
        return {
            "article": match.article,
            "label": words.label(a, self._reader.lang),
            "snippet": find.snippet(a, match),
            "count": self.tr("%1 处").replace("%1", str(count)),
            "plain": match.line >= len(a.paragraphs),
        }
