"""The law as a whole on the screen: what it is, whether it holds, and its contents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.document import words
from kiosk.kinds.document.marks import Marks
from kiosk.kinds.document.reader import Reader
from kiosk.kinds.document.rows import LazyRows
from kiosk.sdk.ui import Card

QML_IMPORT_NAME = "kiosk.kinds.document"
QML_IMPORT_MAJOR_VERSION = 1

MOST_BARS = 150
"""More articles than this are drawn by chapter."""


@QmlElement
@QmlUncreatable("made by the app")
class CoverViewModel(QObject):
    """The document. `turned` when another article is on the screen."""

    turned = Signal()

    def __init__(self, reader: Reader, marks: Marks, successor: Card | None, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._marks = marks
        self._successor = successor
        document = reader.document
        self._outline = [(n, p.first, self._end(n)) for n, p in enumerate(document.parts)]
        loose = [n for n, a in enumerate(document.articles) if a.part < 0]
        if document.parts:  # an annex or a preamble is a line of its own among the chapters
            self._outline = sorted([*self._outline, *((-1, n, n + 1) for n in loose)], key=lambda e: (e[1], e[0] < 0))
        else:
            self._outline = [(-1, n, n + 1) for n in loose]
        self._rows = LazyRows(len(self._outline), self._row, self)
        reader.turned.connect(self.turned)

    @Property(str, constant=True)
    def issued(self) -> str:
        """Who issued it, under which number."""
        return " · ".join(filter(None, (self._reader.document.issuer, self._reader.document.number)))

    @Property("QVariantMap", constant=True)
    def mark(self) -> dict[str, str]:
        """Is it in force: `tone`, `text`, `icon`, and `note` with the date that matters."""
        return self._marks.whole()

    @Property("QStringList", constant=True)
    def history(self) -> list[str]:
        """Adopted, amended, replaced: one line each."""
        d, lines = self._reader.document, []
        if d.adopted:
            lines.append(self.tr("%1通过或发布").replace("%1", words.day(d.adopted, self._reader.lang)))
        if d.amended:
            said = self.tr("改过 %1 次，最近一次是%2").replace("%1", str(len(d.amended)))
            lines.append(said.replace("%2", words.day(d.amended[-1], self._reader.lang)))
        if d.supersedes:
            lines.append(self.tr("代替：%1").replace("%1", d.supersedes))
        return lines

    @Property(str, constant=True)
    def notice(self) -> str:
        """What a reader must know: an extract; articles in Chinese only."""
        if self._reader.document.articles_in and self._reader.document.articles_in != self._reader.lang:
            return self.tr("条文只有中文，以中文为准")
        return self.tr("这里只选了一部分条文") if self._reader.document.extract else ""

    @Property("QVariantMap", constant=True)
    def successor(self) -> dict[str, str]:
        """What replaced it: `uid`, `label`; empty when it is not on this kiosk."""
        card = self._successor
        return {"uid": card.uid, "label": self.tr("看新的：%1").replace("%1", card.name or card.title)} if card else {}

    @Property(QObject, constant=True)
    def rows(self) -> LazyRows:
        """Chapters, or articles when there are none: `label`, `title`, `note`, `level`, `article`, `status`, `tone`."""
        return self._rows

    @Property("QVariantList", constant=True)
    def bars(self) -> list[bool]:
        """One bar for each article, true where plain words are; for each chapter when there are many; empty beyond that."""
        if self._reader.total <= MOST_BARS:
            return [bool(a.plain) for a in self._reader.document.articles]
        parts = self._chapters()
        return [False] * len(parts) if 1 < len(parts) <= MOST_BARS else []

    @Property(int, notify=turned)
    def bar(self) -> int:
        """The bar of this article."""
        if self._reader.total <= MOST_BARS:
            return self._reader.at
        return sum(1 for p in self._chapters() if p <= self._reader.at) - 1

    @Property("QStringList", constant=True)
    def barEnds(self) -> list[str]:
        """What the first and the last bar stand for."""
        if self._reader.total <= MOST_BARS or not self.bars:
            return [words.label(self._reader.document.articles[n], self._reader.lang) for n in (0, -1)]
        parts = [p for p in self._reader.document.parts if p.level == self._level()]
        return [words.part_label(p, self._reader.lang) for p in (parts[0], parts[-1])]

    @Property(str, constant=True)
    def counted(self) -> str:
        """How many articles, and how many of them are explained."""
        plain = sum(bool(a.plain) for a in self._reader.document.articles)
        numbered = sum(a.number > 0 for a in self._reader.document.articles) or self._reader.total
        said = self.tr("共 %1 条，上面长的 %2 条有大白话") if plain else self.tr("共 %1 条")
        return said.replace("%1", str(numbered)).replace("%2", str(plain))

    def _level(self) -> int:
        return min((p.level for p in self._reader.document.parts if p.level >= 2), default=1)

    def _chapters(self) -> list[int]:
        return [p.first for p in self._reader.document.parts if p.level == self._level()]

    def _end(self, part: int) -> int:
        """Index behind the last article of a part."""
        parts = self._reader.document.parts
        later = (p.first for p in parts[part + 1 :] if p.level <= parts[part].level)
        end = next(later, self._reader.total)
        while end > parts[part].first + 1 and self._reader.document.articles[end - 1].part < 0:
            end -= 1
        return end

    def _row(self, place: int) -> dict[str, Any]:
        part, first, end = self._outline[place]
        marked = sum(self._marks.gone(a) for a in self._reader.document.articles[first:end])
        changed = sum(n in self._reader.changed for n in range(first, end))
        status = ""
        if marked:
            status = self.tr("%1 条废止").replace("%1", str(marked)) if part >= 0 else self.tr("已经废止")
        elif changed:
            status = self.tr("改过 %1 条").replace("%1", str(changed)) if part >= 0 else self.tr("改过")
        row: dict[str, Any] = {"article": first, "status": status, "level": 2}
        if part >= 0:
            p = self._reader.document.parts[part]
            return {**row, "title": words.part_line(p, self._reader.lang), "note": words.span(self._reader.document, first, end, self._reader.lang),
                    "level": p.level}  # fmt: skip
        a = self._reader.document.articles[first]
        begins = a.about.title or next(iter(a.paragraphs), "")
        return {**row, "title": words.label(a, self._reader.lang), "note": begins}
