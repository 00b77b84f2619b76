"""Is it in force? The document, a version of it, or one article, in words, icon and tone."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.core.clock import Clock
from kiosk.core.text import Lang
from kiosk.kinds.document import words
from kiosk.kinds.document.model import Article, Document
from kiosk.kinds.document.standing import Standing, standing


class Marks(QObject):
    """The marks of one document, by the clock of this machine."""

    def __init__(self, document: Document, published: str, clock: Clock, lang: Lang, parent: QObject) -> None:
        super().__init__(parent)
        self._d = document
        self._clock = clock
        self._lang = lang
        self.published = published
        self.standing = standing(document.in_force, document.repealed, clock.now(), published)

    def now(self) -> datetime:
        """This moment."""
        return self._clock.now()

    def whole(self) -> dict[str, str]:
        """The document: `tone`, `text`, `icon`, and `note` with the date that matters."""
        d = self._d
        day = {"inforce": d.in_force, "coming": d.in_force, "repealed": d.repealed, "unknown": d.in_force}[
            self.standing
        ]
        return {**self.said(self.standing), "note": self.dated(self.standing, day)}

    def of(self, a: Article) -> dict[str, str]:
        """What became of an article: the same; the document's mark when nothing did."""
        if self.gone(a) and self.standing != "repealed":
            return {
                **self.said("repealed"),
                "text": self.tr("这条已废止"),
                "note": self.dated("repealed", a.about.marked),
            }
        mark = self.whole()
        if a.about.mark == "amended":
            mark["note"] = self.tr("这条%1改过").replace("%1", words.day(a.about.marked, self._lang))
        return mark

    def said(self, kind: Standing, *, version: bool = False) -> dict[str, str]:
        """A mark in words, icon and tone."""
        ended = self.tr("已被修改") if version else self.tr("已经废止")
        return {
            "inforce": {"tone": "done", "icon": "check", "text": self.tr("现行有效")},
            "coming": {"tone": "doing", "icon": "", "text": self.tr("还没施行")},
            "repealed": {"tone": "bad", "icon": "", "text": ended},
            "unknown": {"tone": "", "icon": "", "text": self.tr("请看日期")},
        }[kind]

    def gone(self, a: Article) -> bool:
        """Whether this article alone does not hold any more, as far as the clock can say."""
        if a.about.mark != "repealed":
            return False
        day = a.about.marked
        return not day or standing("", day, self.now(), self.published) == "repealed"

    def dated(self, kind: Standing, day: str) -> str:
        """Since when, in words; empty without a day."""
        if not day:
            return ""
        said = self.tr("%1废止") if kind == "repealed" else self.tr("%1起施行")
        return said.replace("%1", words.day(day, self._lang))
