"""A story on the screen: its blocks, and the sentence that is being read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.story.model import Story
from kiosk.kinds.story.rows import block_row, sentence_rows
from kiosk.sdk.narrator import Narrator, Track
from kiosk.sdk.roles import RoleModel
from kiosk.sdk.ui import ItemViewModel, Services, card_data

QML_IMPORT_NAME = "kiosk.kinds.story"
QML_IMPORT_MAJOR_VERSION = 1


class BlockModel(RoleModel):
    """Blocks as QML reads them: `type` chooses the delegate, `block` fills it."""

    def __init__(self, rows: list[dict[str, Any]], parent: QObject) -> None:
        super().__init__(("type", "block"), parent)
        self._rows = rows

    def size(self) -> int:
        """Number of blocks."""
        return len(self._rows)

    def cell(self, place: int, name: str) -> Any:
        """A block, or which sort it is."""
        return self._rows[place]["type"] if name == "type" else self._rows[place]


@QmlElement
@QmlUncreatable("made by the app")
class StoryViewModel(ItemViewModel):
    """What the story screen shows."""

    sentenceChanged = Signal()
    readingChanged = Signal()

    def __init__(
        self, opened: Any, content: Story, kind: Any, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(opened, content, kind, services, parent)
        self._story = content
        self._cards = {card.uid: card for card in opened.links}
        pack = opened.uid.split("/")[0]
        rows = [
            block_row(b, self.media, lambda i: self._cards.get(i if "/" in i else f"{pack}/{i}"))
            for b in content.blocks
        ]
        self._rows_of_sentences = sentence_rows(content.blocks)
        self._blocks = BlockModel(rows, self)
        self._quiz = content.quiz if "/" in content.quiz or not content.quiz else f"{pack}/{content.quiz}"
        narrator = services.narrator
        narrator.sentenceChanged.connect(self._follow)
        narrator.trackChanged.connect(self._track)

    # --- words ------------------------------------------------------------------------------------------------------

    @Property(str, constant=True)
    def numeral(self) -> str:
        """The one number on the wall."""
        return self._story.numeral

    @Property("QVariantMap", constant=True)
    def person(self) -> dict[str, Any]:
        """The person card; empty when the story is not about one person."""
        p = self._story.person
        if p is None:
            return {}
        honours = [h.name if h.year in h.name else f"{h.name} {h.year}" for h in p.honours]
        return {"name": p.name, "years": p.years, "place": p.place, "post": p.post, "honours": honours}

    @Property("QStringList", constant=True)
    def sources(self) -> list[str]:
        """Where the facts were checked."""
        return [s.title for s in self.opened.document.sources]

    @Property(QUrl, constant=True)
    def thumb(self) -> QUrl:
        """The small square."""
        return self.media(self.header.cover.thumb) if self.header.cover else QUrl()

    @Property(QObject, constant=True)
    def blocks(self) -> BlockModel:
        """The text."""
        return self._blocks

    @Property("QVariantList", constant=True)
    def related(self) -> list[dict[str, Any]]:
        """What to go on with."""
        return [card_data(card) for card in self.opened.related]

    @Property(str, constant=True)
    def quiz(self) -> str:
        """Item id of the quiz about this story, or empty."""
        return self._quiz if self._quiz in self._cards else ""

    # --- listening --------------------------------------------------------------------------------------------------

    @Property(Narrator, constant=True)
    def narrator(self) -> Narrator:
        """The house's reader."""
        return self.services.narrator

    @Property(bool, constant=True)
    def hasNarration(self) -> bool:
        """Whether there is a listen button at all."""
        return self.can_listen()

    @Property(int, constant=True)
    def listenSeconds(self) -> int:
        """Length of the narration in seconds."""
        n = self._story.narration
        return round(n.duration_ms / 1000) if n else 0

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        """Whether this story is on the reader (speaking or paused)."""
        return self.services.narrator.uid == self.opened.uid

    @Property(int, notify=sentenceChanged)
    def sentence(self) -> int:
        """Number of the sentence being read in this story; -1 for none."""
        return self.services.narrator.sentence if self.reading else -1

    @Property(int, notify=sentenceChanged)
    def sentenceRow(self) -> int:
        """Row of the block that holds that sentence; -1 for none."""
        return self._rows_of_sentences.get(self.sentence, -1)

    def can_listen(self) -> bool:
        """There is a recording and its file is there."""
        n = self._story.narration
        return bool(n and n.cues and not self.media(n.audio).isEmpty())

    def listen(self) -> bool:
        """Start reading."""
        n = self._story.narration
        if not self.can_listen() or n is None:
            return False
        narrator = self.services.narrator
        starts = tuple(cue.start_ms for cue in n.cues)
        narrator.load(Track(self.opened.uid, self.narration_title(), self.media(n.audio), starts, n.duration_ms))
        narrator.play()
        return True

    @Slot()
    def startListening(self) -> None:
        """The listen button."""
        self.listen()

    @Slot(int)
    def touchSentence(self, key: int) -> None:
        """A sentence was touched: read from there."""
        if key >= 0 and self.can_listen():
            if not self.reading:
                self.listen()
            self.services.narrator.seekSentence(key)

    @Slot(str)
    def openItem(self, uid: str) -> None:
        """Go on with another item."""
        self.services.navigator.openItem(uid)

    @Slot()
    def _follow(self) -> None:
        if self.reading:
            self.sentenceChanged.emit()

    @Slot()
    def _track(self) -> None:
        self.readingChanged.emit()
        self.sentenceChanged.emit()
