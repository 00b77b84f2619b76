"""One article on the screen, with its neighbours."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document import words
from kiosk.kinds.document.findmodel import FindViewModel
from kiosk.kinds.document.marks import Marks
from kiosk.kinds.document.reader import Reader
from kiosk.kinds.document.rows import LazyRows

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ArticleViewModel(QObject):
    """The article. `turned` when it is another one."""

    turned = Signal()

    def __init__(self, reader: Reader, marks: Marks, search: FindViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._marks = marks
        self._search = search
        self._rows = LazyRows(reader.total, self._row, self)
        search.lit.connect(self._rows.look_again)
        reader.turned.connect(self.turned)

    @Property(QObject, constant=True)
    def rows(self) -> LazyRows:
        """All articles, one page each."""
        return self._rows

    @Property(int, notify=turned)
    def at(self) -> int:
        """Index of the article on the screen."""
        return self._reader.at

    @Property(str, notify=turned)
    def label(self) -> str:
        """第三十六条."""
        return words.label(self._reader.document.articles[self._reader.at], self._reader.lang)

    @Property(str, notify=turned)
    def title(self) -> str:
        """Title of an annex; empty for articles."""
        return self._reader.document.articles[self._reader.at].about.title

    @Property(str, notify=turned)
    def partLine(self) -> str:
        """The chapter it stands in; the document when it has none."""
        part = self._reader.document.articles[self._reader.at].part
        return (
            words.part_line(self._reader.document.parts[part], self._reader.lang) if part >= 0 else self._reader.title
        )

    @Property(str, notify=turned)
    def previousLabel(self) -> str:
        """The article before; empty at the first."""
        return (
            words.label(self._reader.document.articles[self._reader.at - 1], self._reader.lang)
            if self._reader.at
            else ""
        )

    @Property(str, notify=turned)
    def nextLabel(self) -> str:
        """The article after; empty at the last."""
        return (
            words.label(self._reader.document.articles[self._reader.at + 1], self._reader.lang)
            if self._reader.at + 1 < self._reader.total
            else ""
        )

    @Property("QVariantMap", notify=turned)
    def mark(self) -> dict[str, str]:
        """What became of it: `tone`, `text`, `icon`, `note`; the document's mark when nothing did."""
        return self._marks.of(self._reader.document.articles[self._reader.at])

    @Property(bool, notify=turned)
    def wasChanged(self) -> bool:
        """The comparison has something to show for this article."""
        return self._reader.at in self._reader.changed

    @Slot(int, result="QVariantList")
    def chips(self, room: int) -> list[dict[str, Any]]:
        """At most `room` articles of this chapter around the current one: `article`, `text`, `name`."""
        part = self._reader.document.articles[self._reader.at].part
        first = last = self._reader.at
        while first > 0 and self._reader.document.articles[first - 1].part == part and self._reader.at - first < room:
            first -= 1
        while (
            last + 1 < self._reader.total
            and self._reader.document.articles[last + 1].part == part
            and last - self._reader.at < room
        ):
            last += 1
        begin = self._reader.document.parts[part].first if part >= 0 else 0
        if last - first + 1 > room:  # turn by whole windows, so that chips stand still while the reader goes on
            first = begin + (self._reader.at - begin) // room * room
            last = min(last, first + room - 1)
        return [
            {"article": n, "text": words.chip(a, self._reader.lang), "name": words.label(a, self._reader.lang)}
            for n, a in enumerate(self._reader.document.articles[first : last + 1], first)
        ]

    @Slot(int)
    def settle(self, article: int) -> None:
        """The visitor has swept to another article."""
        self._reader.move(article)

    @Slot(int)
    def step(self, step: int) -> None:
        """To the article before or after."""
        self._reader.move(self._reader.at + step)

    def _row(self, place: int) -> dict[str, Any]:
        a, line = self._reader.document.articles[place], self._search.marked
        label = words.label(a, self._reader.lang)
        return {
            "article": place,
            "label": label,
            "title": a.about.title,
            "paragraphs": [line(place, n, p) for n, p in enumerate(a.paragraphs)],
            "plain": [line(place, len(a.paragraphs) + n, p) for n, p in enumerate(a.plain)],
            "aside": self._marks.standing == "repealed" or self._marks.gone(a),
            "note": a.about.note,
            "spoken": "\n".join((label, *a.paragraphs, *a.plain)),
        }
