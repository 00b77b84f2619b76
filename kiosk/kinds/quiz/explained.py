"""What became of one answer, as QML reads it: the page after a question, and the review at the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import review
from kiosk.kinds.quiz.play import Asked, Reply
from kiosk.sdk.ui import Card, file_url

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ExplainedViewModel(QObject):
    """One answered question. `turned` when it is another one.

    Args:
        pack: of the quiz, for links that name an item only.
        cards: items that may be read, by uid.
    """

    turned = Signal()

    def __init__(self, pack: str, cards: Mapping[str, Card], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._cards = cards
        self._shown: tuple[Asked, Reply] | None = None
        self._number = 0
        self._streak = 0

    def show(self, asked: Asked, reply: Reply, number: int, streak: int = 0) -> None:
        """Explain this one; `number` is 1-based, `streak` counts right answers in a row up to it."""
        self._shown, self._number, self._streak = (asked, reply), number, streak
        self.turned.emit()

    @Property(int, notify=turned)
    def number(self) -> int:
        """Which question of the round, from 1."""
        return self._number

    @Property(str, notify=turned)
    def type(self) -> str:
        """`single`, `multiple`, `judge`, `order` or `fill`."""
        return self._shown[0].question.type if self._shown else ""

    @Property(str, notify=turned)
    def prompt(self) -> str:
        """The question."""
        return self._shown[0].question.prompt if self._shown else ""

    @Property(bool, notify=turned)
    def right(self) -> bool:
        """Was it right?"""
        return bool(self._shown and self._shown[1].right)

    @Property("QVariantList", notify=turned)
    def rows(self) -> list[dict[str, Any]]:
        """The options worth showing: `letter`, `text`, `state`, and `put`, the visitor's 1-based place in an order."""
        if not self._shown:
            return []
        asked, reply = self._shown
        numbered, lettered = asked.question.type == "order", asked.question.type in ("single", "multiple")
        return [
            {
                "letter": str(row.place + 1) if numbered else self._letter(row.place) if lettered else "",
                "text": row.text,
                "state": row.state,
                "put": row.put + 1,
            }
            for row in review.rows(asked, reply)
        ]

    @Property(str, notify=turned)
    def verdict(self) -> str:
        """What became of the answer, with the right one in words, broken into two lines."""
        if not self._shown:
            return ""
        question = self._shown[0].question
        if self.right or question.type in ("multiple", "order"):
            return self.verdictShort
        words = question.right_words[0].rstrip("。.")
        if question.type == "judge":
            words = self.tr("“%1”").replace("%1", words)
        return _trimmed(self._missed().replace("%1", _spaced(words)))

    @Property(str, notify=turned)
    def verdictShort(self) -> str:
        """The same with letters, for a right answer too long for the wall."""
        if not self._shown:
            return ""
        asked, reply = self._shown
        if reply.right:
            if self._streak > 2:
                return self.tr("对了，\n连对 %1 题。").replace("%1", str(self._streak))
            return self.tr("对了。")
        if asked.question.type in ("order", "fill"):
            return self.tr("时间到，\n看看答案。") if reply.timed_out else self.tr("差一点，\n看看答案。")
        letters = (self._letter(place) for place in review.right_places(asked))
        return _trimmed(self._missed().replace("%1", _spaced(self.tr("、").join(letters))))

    @Property(str, notify=turned)
    def explain(self) -> str:
        """Why."""
        return self._shown[0].question.explain if self._shown else ""

    @Property(str, notify=turned)
    def source(self) -> str:
        """Where that can be looked up."""
        return self._shown[0].question.source if self._shown else ""

    @Property("QVariantMap", notify=turned)
    def read(self) -> dict[str, Any]:
        """The item to read about this question: `uid`, `label`, `picture`, `listen`; empty when there is none."""
        link = self._shown[0].question.read if self._shown else ""
        if not link:
            return {}
        uid = link if "/" in link else f"{self._pack}/{link}"
        card = self._cards.get(uid)
        if card is None:
            return {"uid": uid, "label": self.tr("去看看"), "picture": QUrl(), "listen": False}
        return {"uid": uid, "label": self._invitation(card), "picture": file_url(card.square), "listen": card.listen}

    def _letter(self, place: int) -> str:
        return self.tr("甲乙丙丁戊己庚辛")[place]

    def _missed(self) -> str:
        timed_out = bool(self._shown and self._shown[1].timed_out)
        return self.tr("时间到，\n是%1。") if timed_out else self.tr("差一点，\n是%1。")

    def _invitation(self, card: Card) -> str:
        name = card.name or card.title
        if card.kind != "story":
            return self.tr("去看看：%1").replace("%1", name)
        if not card.listen:
            return self.tr("读%1的故事").replace("%1", name)
        minutes = max(1, round(card.seconds / 60))
        return self.tr("听%1的故事 %2 分钟").replace("%1", name).replace("%2", str(minutes))


def _spaced(words: str) -> str:
    """A space between Han and a figure or letter, as on a poster: `是 1205。`."""
    return f" {words}" if words[:1].isascii() and words[:1].isalnum() else words


def _trimmed(words: str) -> str:
    return "\n".join(line.replace("  ", " ").strip() for line in words.split("\n"))
