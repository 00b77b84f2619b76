"""What all have answered, on the screen: one question a page, and nothing before enough have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.survey.model import Question
from kiosk.kinds.survey.results import Bar, Results, counting
from kiosk.kinds.survey.seat import Seat
from kiosk.sdk.ui import Err, Result

QML_IMPORT_NAME = "kiosk.kinds.survey"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ResultsViewModel(QObject):
    """The results. `turned` when they were counted, or another page of them is up."""

    turned = Signal()

    def __init__(self, seat: Seat, closed: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._closed = closed
        self._results: Results | None = None
        self._at = 0
        self.showing = False
        seat.turned.connect(self.turned)

    @Property(bool, notify=turned)
    def open(self) -> bool:
        """Whether the author lets whoever has answered, or comes too late, see the results."""
        return self._seat.survey.results == "after" and (self._seat.sitting.phase == "done" or self._closed)

    @Property(int, notify=turned)
    def finished(self) -> int:
        """Answers there are; -1 before it is known."""
        return self._results.finished if self._results else -1

    @Property(int, constant=True)
    def least(self) -> int:
        """Answers before anything is shown."""
        return self._seat.survey.results_from

    @Property(int, notify=turned)
    def count(self) -> int:
        """Questions with a result."""
        return len(self._results.shown) if self._results else 0

    @Property(int, notify=turned)
    def at(self) -> int:
        """Place of the result on the screen."""
        return self._at

    @Property("QVariantMap", notify=turned)
    def told(self) -> dict[str, Any]:
        """The result on the screen: `ask`, `people`, `meaning`, `unit`, `number`, `bars` of `label`, `value`, `share`, `hidden`."""
        if not self._results or not self._results.shown:
            return {}
        shown = self._results.shown[self._at]
        numeric = shown.question.type == "number"
        return {
            "ask": shown.question.ask,
            "people": shown.people,
            "meaning": self._meaning(shown.question),
            "unit": shown.question.unit,
            "number": _figure(shown.bars[0]) if numeric and shown.bars else "",
            "bars": [] if numeric else [_bar(bar) for bar in shown.bars],
        }

    @Slot()
    def show(self) -> None:
        """What all have answered."""
        if self.open and not self.showing and self._seat.pace.settled:
            self._ask(self._counted)

    @Slot(int)
    def step(self, by: int) -> None:
        """To the result before or after this one."""
        at = self._at + by
        if self.showing and 0 <= at < self.count:
            self._at = at
            self._seat.turn()

    @Slot()
    def close(self) -> None:
        """Back to the page they were opened from."""
        if self.showing:
            self.showing = False
            self._seat.turn()

    def ahead(self) -> None:
        """They may be asked for soon: count while the thanks are read."""
        if self.open:
            self._ask(lambda _: None)  # whoever asks then is told what went wrong

    def forget(self) -> None:
        """There will be more answers when they are asked for again."""
        self._results = None

    def _ask(self, done: Callable[[Result[Results]], None]) -> None:
        self._seat.services.recorder.ask(counting(self._seat.survey, self._seat.uid), done)

    def _counted(self, result: Result[Results]) -> None:
        if isinstance(result, Err):
            lang = self._seat.services.lang()
            self._seat.services.navigator.say(result.error.message(lang), result.error.hint(lang), "bad")
            return
        self._results, self._at, self.showing = result.value, 0, True
        self._seat.turn()

    def _meaning(self, question: Question) -> str:
        """What the figures beside the bars are."""
        if question.type == "matrix":
            return self.tr("平均，%1 是最好").replace("%1", str(len(question.options)))
        if question.type == "ranking":
            return self.tr("平均得分，排第一得 %1 分").replace("%1", str(question.most))
        return self.tr("平均") if question.type == "number" else self.tr("人数")


def _bar(bar: Bar) -> dict[str, Any]:
    return {"label": bar.label, "value": _figure(bar), "share": bar.share, "hidden": bar.value is None}


def _figure(bar: Bar) -> str:
    if bar.value is None:
        return ""
    return str(bar.value) if isinstance(bar.value, int) else f"{bar.value:.1f}".removesuffix(".0")
