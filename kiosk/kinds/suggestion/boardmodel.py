"""The public list on the screen: what was suggested, and what became of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.suggestion import board
from kiosk.kinds.suggestion.model import Box, Case
from kiosk.kinds.suggestion.pages import BoxPages

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class SuggestionBoardViewModel(QObject):
    """The list. `turned` when it shows others, `picked` when a case is to be shown."""

    turned = Signal()
    picked = Signal(object)

    def __init__(self, box: Box, pages: BoxPages, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._pages = pages
        self._topic = ""
        pages.turned.connect(self.turned)

    @Property(int, constant=True)
    def numeral(self) -> int:
        """The number on the wall: how many were solved, or how many there are; -1 for none."""
        told = board.tally(self._box)
        return told.solved or told.cases or -1

    @Property(str, constant=True)
    def summary(self) -> str:
        """What the list comes to, in a line."""
        told = board.tally(self._box)
        if not told.cases:
            return self.tr("还没有公开的意见，等你提第一条")
        line = self.tr("公开 %1 件，解决 %2 件").replace("%1", str(told.cases)).replace("%2", str(told.solved))
        if told.days >= 0:
            line += self.tr("，平均 %1 天答复").replace("%1", str(told.days))
        return self.tr("%1（样例）").replace("%1", line) if self._box.sample else line

    @Property("QVariantList", notify=turned)
    def filters(self) -> list[dict[str, Any]]:
        """Topics to filter by: `key`, `name`, `count`, `on`; empty when there is nothing to choose from."""
        counts = {t.key: len(board.shown(self._box, t.key)) for t in self._box.topics}
        if sum(bool(n) for n in counts.values()) < 2:
            return []
        every = {"key": "", "name": self.tr("全部"), "count": len(self._box.cases), "on": self._topic == ""}
        return [every] + [
            {"key": t.key, "name": t.name, "count": counts[t.key], "on": self._topic == t.key} for t in self._box.topics
        ]

    @Property("QVariantList", notify=turned)
    def cases(self) -> list[dict[str, Any]]:
        """The rows: `id`, `title`, `note`, `status`, `tone`, `icon`."""
        return [
            {"id": c.id, "title": c.problem, "note": self._note(c), **self.status(c)}
            for c in board.shown(self._box, self._topic)
        ]

    @Slot(str)
    def filter(self, topic: str) -> None:
        """Show the cases of a topic, or of all."""
        self._topic = topic
        self.turned.emit()

    @Slot(str)
    def open(self, number: str) -> None:
        """Show a case."""
        case = next((c for c in self._box.cases if c.id == number), None)
        if case is not None and self._pages.up("list"):
            self.picked.emit(case)

    def status(self, case: Case) -> dict[str, str]:
        """How far a case is: `status`, `tone`, `icon`."""
        status, tone, icon = {
            "waiting": (self.tr("没人接"), "bad", "account-question-outline"),
            "taken": (self.tr("有人接"), "doing", "square-medium"),
            "solved": (self.tr("解决了"), "done", "check-bold"),
            "declined": (self.tr("没采纳"), "", "minus-thick"),
        }[case.state]
        return {"status": status, "tone": tone, "icon": icon}

    def _note(self, case: Case) -> str:
        """The second line of a row: who, and since when."""
        today = self._pages.today()
        days = board.days_open(case, today)
        if case.state in board.OPEN:
            who = case.owner if case.state == "taken" else self.tr("编号 %1").replace("%1", case.id)
            line = self.tr("%1　期限过了，已经 %2 天") if board.late(case, today) else self.tr("%1　已经 %2 天")
            return line.replace("%1", who).replace("%2", str(days)) if days >= 0 else who
        line = self.tr("%1　%2答复")
        return line.replace("%1", case.owner or self._box.topic(case.topic).name).replace(
            "%2", self._pages.said(case.answered)
        )
