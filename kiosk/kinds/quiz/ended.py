"""The end of a round, as QML reads it: how it went, what was missed, what to read next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz import play, review
from kiosk.sdk.ui import Card, card_data

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class EndedViewModel(QObject):
    """A finished round. `turned` when it is another one.

    Args:
        pack: of the quiz, for links that name an item only.
        reads: items to go on with.
        cards: items that may be read, by uid.
    """

    turned = Signal()

    def __init__(
        self, pack: str, reads: tuple[str, ...], cards: Mapping[str, Card], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._reads = reads
        self._cards = cards
        self._play: play.Play | None = None

    def show(self, ended: play.Play) -> None:
        """Show this round."""
        self._play = ended
        self.turned.emit()

    @Property(int, notify=turned)
    def total(self) -> int:
        """Questions of the round; of a challenge, those it came to."""
        return play.result(self._play).total if self._play else 0

    @Property(str, notify=turned)
    def verdict(self) -> str:
        """How the round went, in one sentence."""
        if not self._play:
            return ""
        end = play.result(self._play)
        if self._play.mode == "challenge" and end.wrong:
            return self.tr("连闯 %1 关。").replace("%1", str(end.score)) if end.score else self.tr("第一关\n再试试。")
        if end.score == end.total:
            return self.tr("全对了。")
        if self._play.mode == "daily":
            return self.tr("对了 %1 题。").replace("%1", str(end.score))
        if end.passed:
            return self.tr("过关了。")
        return self.tr("再对 %1 题\n就过关。").replace("%1", str(self._play.pass_mark - end.score))

    @Property("QVariantList", notify=turned)
    def wrong(self) -> list[dict[str, Any]]:
        """The questions answered wrongly: `number`, `prompt`, `right`, `said` (empty: no answer)."""
        if not self._play or self._play.phase != "done":
            return []
        return [
            {
                "number": number,
                "prompt": asked.question.prompt,
                "right": self._joined(asked.question.type, asked.question.right_words),
                "said": self._joined(asked.question.type, review.said(asked.question, reply)),
            }
            for number, (asked, reply) in enumerate(zip(self._play.asked, self._play.replies, strict=False), 1)
            if not reply.right
        ]

    @Property("QVariantList", notify=turned)
    def cards(self) -> list[dict[str, Any]]:
        """What to read next, first what belongs to the missed questions; only items that are here."""
        if not self._play or self._play.phase != "done":
            return []
        missed = [miss.question.read for miss in play.result(self._play).wrong if miss.question.read]
        links = dict.fromkeys(link if "/" in link else f"{self._pack}/{link}" for link in (*missed, *self._reads))
        return [card_data(self._cards[uid]) for uid in links if uid in self._cards]

    def _joined(self, kind: str, words: Iterable[str]) -> str:
        return (" → " if kind == "order" else self.tr("、")).join(words)
