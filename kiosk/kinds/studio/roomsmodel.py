"""What there is to see of a studio: its counts on the wall, and the rooms behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.studio import words
from kiosk.kinds.studio.model import Studio
from kiosk.kinds.studio.pages import ROOMS, StudioPages
from kiosk.sdk.ui import card_data

QML_IMPORT_NAME = "kiosk.kinds.studio"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class StudioRoomsViewModel(QObject):
    """The rooms. `turned` when another one, or another thing in it, is up."""

    turned = Signal()

    def __init__(self, studio: Studio, pages: StudioPages, media: Callable[[str], QUrl], parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._pages = pages
        self._media = media
        self._at = 0
        pages.turned.connect(self.turned)

    @Property("QVariantList", constant=True)
    def changes(self) -> list[dict[str, Any]]:
        """Numbers before and after, with the slats of each."""
        return [words.change(c) for c in self._studio.changes]

    @Property("QVariantList", constant=True)
    def tiles(self) -> list[dict[str, Any]]:
        """The three counts of the wall: `room`, `count`, `word`, `note`."""
        studio = self._studio
        patents = [r for r in studio.results if r.sort == "patent"]
        young, done = words.apprentices(studio)
        used = sum("used" in r.states for r in studio.results)
        pending, granted = (sum(state in r.states for r in patents) for state in ("pending", "granted"))
        found = [
            ("results", len(studio.results), self.tr("项成果"), self.tr("%1 项在用").replace("%1", str(used))),
            (
                "patents",
                len(patents),
                self.tr("项专利"),
                (self.tr("%1 项待授权") if pending else self.tr("%1 项已授权")).replace("%1", str(pending or granted)),
            ),
            ("tree", young, self.tr("个徒弟"), self.tr("%1 个已出师").replace("%1", str(done))),
            ("people", len(studio.members), self.tr("种角色"), self.tr("谁在这里")),
            ("people", len(studio.honours), self.tr("项荣誉"), self.tr("和成员一起看")),
        ]
        told = [{"room": r, "count": n, "word": w, "note": note} for r, n, w, note in found if n]
        return told[:3]

    @Property("QVariantList", constant=True)
    def all(self) -> list[dict[str, Any]]:
        """What else there is to see: `room`, `word`, `count`; only what is not empty."""
        studio = self._studio
        found = (
            ("people", self.tr("成员"), len(studio.members) + len(studio.honours)),
            ("changes", self.tr("对比"), len(studio.changes) + len(studio.pairs)),
            ("gallery", self.tr("照片"), len(studio.pictures)),
            ("links", self.tr("接着看"), len(self._pages.opened.related)),
        )
        return [{"room": r, "word": w, "count": n} for r, w, n in found if n]

    @Property("QVariantList", notify=turned)
    def results(self) -> list[dict[str, Any]]:
        """Results, or only patents: `name`, `sort`, `year`, `gain`, `state`, `tone`."""
        shown = [r for r in self._studio.results if self._pages.phase != "patents" or r.sort == "patent"]
        sorts = {
            "patent": self.tr("专利"), "method": self.tr("操作法"), "tooling": self.tr("工装"), "improvement": self.tr("改进"),
            "paper": self.tr("论文"), "standard": self.tr("标准"), "prize": self.tr("获奖"),
        }  # fmt: skip
        states = {
            "used": self.tr("在用"), "trial": self.tr("试用"), "retired": self.tr("停用"), "granted": self.tr("已授权"), "pending": self.tr("待授权"),
        }  # fmt: skip
        return [
            {
                "name": r.name, "sort": sorts[r.sort], "year": r.year, "gain": r.gain,
                "state": self.tr("、").join(states[s] for s in r.states if s),
                "tone": "done" if "used" in r.states else "doing" if {"trial", "pending"} & set(r.states) else "",
            }
            for r in shown
        ]  # fmt: skip

    @Property("QVariantList", constant=True)
    def members(self) -> list[dict[str, Any]]:
        """Who is here: `role`, `does`."""
        return [{"role": m.role, "does": m.does} for m in self._studio.members]

    @Property("QVariantList", constant=True)
    def honours(self) -> list[dict[str, Any]]:
        """Honours: `name`, `year`."""
        return [{"name": h.name, "year": h.year} for h in self._studio.honours]

    @Property("QVariantMap", constant=True)
    def tree(self) -> dict[str, Any]:
        """The master-apprentice tree."""
        return words.people(self._studio)

    @Property("QVariantList", constant=True)
    def pairs(self) -> list[dict[str, Any]]:
        """Pictures before and after: `what`, `before`, `after`."""
        return [
            {"what": p.what, "before": words.shot(p.before, self._media), "after": words.shot(p.after, self._media)}
            for p in self._studio.pairs
        ]

    @Property("QVariantList", constant=True)
    def pictures(self) -> list[dict[str, Any]]:
        """The gallery."""
        return [words.shot(p, self._media) for p in self._studio.pictures]

    @Property("QVariantList", constant=True)
    def links(self) -> list[dict[str, Any]]:
        """Stories and films to go on with."""
        return [card_data(card) for card in self._pages.opened.related]

    @Property(int, notify=turned)
    def at(self) -> int:
        """Which comparison or picture is up."""
        return self._at

    @Slot(str)
    def enter(self, room: str) -> None:
        """Into one of the rooms."""
        if self._pages.phase == "front" and room in ROOMS:
            self._at = 0
            self._pages.turn(room)

    @Slot(int)
    def show(self, place: int) -> None:
        """Another comparison or picture of this room; beyond the ends nothing happens."""
        studio = self._studio
        many = len(studio.pictures) if self._pages.phase == "gallery" else len(studio.changes) + len(studio.pairs)
        if self._pages.phase in ("gallery", "changes") and 0 <= place < many and place != self._at:
            self._at = place
            self.turned.emit()

    @Slot(str)
    def open(self, uid: str) -> None:
        """Go on with a story or a film."""
        if self._pages.phase == "links" and any(card.uid == uid for card in self._pages.opened.related):
            self._pages.services.navigator.openItem(uid)
