"""The sheet of an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.kind import Kind
from kiosk.core.text import Lang
from kiosk.screens.handoff.card import card
from kiosk.sdk.qr import square
from kiosk.sdk.ui import Akin, Opened, file_url
from kiosk.state.walk import Walk

QML_IMPORT_NAME = "kiosk.screens.handoff"
QML_IMPORT_MAJOR_VERSION = 1
MOST_SHOWN = 3


@QmlElement
@QmlUncreatable("made by the app")
class HandoffViewModel(QObject):
    """What to take away, what belongs together, what comes next.

    Args:
        opened: the item on the screen.
        kinds: for the names of the rooms.
        walk: the playlist this visitor goes through, if any.
        lang: of the screen.
        go: shows a related item on top of this one.
        forward: shows the next item of the playlist in place of this one.
        close: puts the sheet away.
        ended: whether the item has come to its end by itself.
    """

    changed = Signal()

    def __init__(
        self,
        opened: Opened,
        kinds: Mapping[str, Kind],
        walk: Walk,
        lang: Lang,
        go: Callable[[str], None],
        forward: Callable[[str], None],
        close: Callable[[], None],
        *,
        ended: bool = False,
    ) -> None:
        super().__init__()
        self._opened = opened
        self._kinds = kinds
        self._walk = walk
        self._lang = lang
        self._go = go
        self._forward = forward
        self._close = close
        self._ended = ended
        document = opened.document
        source = document.sources[0].title if document.sources else ""
        said = self.tr("出处：%1").replace("%1", source) if source else ""
        self._card = card(document.header.title, document.text, said, opened.handoff)
        self._code = square(self._card.words())
        walk.changed.connect(self.changed)

    @Property(str, constant=True)
    def title(self) -> str:
        """What the card is called."""
        return self._card.title

    @Property(str, constant=True)
    def words(self) -> str:
        """The sentences the phone will show."""
        return self._card.said

    @Property(str, constant=True)
    def source(self) -> str:
        """Where the facts were checked; may be empty."""
        return self._card.source

    @Property(bool, constant=True)
    def hasAddress(self) -> bool:
        """Whether the card carries an address too."""
        return bool(self._card.address)

    @Property("QVariantMap", constant=True)
    def code(self) -> dict[str, Any]:
        """What `QrSquare` draws."""
        return dict(self._code)

    @Property(bool, constant=True)
    def ended(self) -> bool:
        """Whether the sheet came by itself, at the end of the item."""
        return self._ended

    @Property(bool, notify=changed)
    def walking(self) -> bool:
        """Whether the item was opened on the way through a playlist."""
        return self._walk.holds(self._opened.uid)

    @Property(str, notify=changed)
    def following(self) -> str:
        """Name of what comes next in the playlist; empty when nothing does."""
        return self._walk.following()[1] if self._walk.holds(self._opened.uid) else ""

    @Property(int, notify=changed)
    def place(self) -> int:
        """Place in the playlist, from 1."""
        return self._walk.place(self._opened.uid)

    @Property(int, notify=changed)
    def count(self) -> int:
        """Items of the playlist."""
        return self._walk.count

    @Property("QVariantList", constant=True)
    def akin(self) -> list[dict[str, Any]]:
        """What belongs to it: uid, title, room and why in words, picture."""
        shown = [a for a in self._opened.akin if a.card.condition == "ok"][:MOST_SHOWN]
        return [
            {"uid": a.card.uid, "title": a.card.title, "note": self._why(a), "picture": file_url(a.card.thumb)}
            for a in shown
        ]

    @Slot()
    def forward(self) -> None:
        """The next one."""
        uid, _ = self._walk.following()
        if uid:
            self._forward(uid)

    @Slot(str)
    def open(self, uid: str) -> None:
        """Something that belongs to it."""
        self._go(uid)

    @Slot()
    def close(self) -> None:
        """Put it away."""
        self._close()

    def _why(self, tie: Akin) -> str:
        kind = self._kinds.get(tie.card.kind)
        room = kind.title(self._lang) if kind else ""
        why = {
            "person": self.tr("也说到%1").replace("%1", tie.note),
            "law": self.tr("讲到%1").replace("%1", tie.note) if tie.note else self.tr("同一部法"),
            "topic": self.tr("都说到“%1”").replace("%1", tie.note),
        }.get(tie.reason, "")
        return " · ".join(filter(None, (room, why if self._lang == "zh" else "")))
