"""One case on the screen: what is known of it, and what it is worth to whoever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.suggestion import board
from kiosk.kinds.suggestion.boardmodel import SuggestionBoardViewModel
from kiosk.kinds.suggestion.model import BEST, Box, Case
from kiosk.kinds.suggestion.pages import KEY, BoxPages
from kiosk.sdk.page import alive
from kiosk.sdk.ui import Err, Result

if TYPE_CHECKING:
    from kiosk.records import Pages as Book

QML_IMPORT_NAME = "kiosk.kinds.suggestion"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class CaseViewModel(QObject):
    """The open case. `turned` when it is another one, `ratedChanged` when ratings did."""

    turned = Signal()
    ratedChanged = Signal()

    def __init__(self, box: Box, listed: SuggestionBoardViewModel, pages: BoxPages, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._listed = listed
        self._pages = pages
        self._case: Case | None = None
        self._receipt = ""  # public hash of the code that led here; empty on the public way
        self._counts: dict[str, int] = {}
        self._mine: dict[str, int] = {}
        pages.turned.connect(self.turned)
        pages.turned.connect(self.ratedChanged)

    @Property("QVariantMap", notify=turned)
    def told(self) -> dict[str, Any]:
        """`title`, `number`, `topic`, `status`, `tone`, `icon`, `days` (-1: unknown), `daysLine`, `mine`."""
        c = self._case
        if c is None:
            return {}
        days = board.days_open(c, self._pages.today())
        line = self.tr("提了 %1 天，还没办完") if c.state in board.OPEN else self.tr("用了 %1 天")
        return {
            "title": c.problem,
            "number": c.id,
            "topic": self._box.topic(c.topic).name,
            "days": days,
            "daysLine": line.replace("%1", str(days)) if days >= 0 else "",
            "mine": self._receipt != "",
            **self._listed.status(c),
        }

    @Property("QVariantList", notify=turned)
    def facts(self) -> list[dict[str, Any]]:
        """What is known of it, in reading order: `label`, `text`, `loud` (the answer)."""
        c = self._case
        if c is None:
            return []
        day = self._pages.said
        deadline = day(c.deadline)
        if board.late(c, self._pages.today()):
            deadline = self.tr("%1，已经过了").replace("%1", deadline)
        told = [
            (self.tr("答复"), c.answer, True),
            (self.tr("怎么办的"), c.measure, False),
            (self.tr("谁负责"), c.owner or self.tr("还没有人接"), False),
            (self.tr("什么时候收到"), day(c.received), False),
            (self.tr("期限"), deadline, False),
            (self.tr("哪天答复"), day(c.answered), False),
        ]
        return [{"label": label, "text": words, "loud": loud} for label, words, loud in told if words]

    @Property(bool, notify=turned)
    def ratable(self) -> bool:
        """There is an answer to rate."""
        return self._case is not None and self._case.answer != ""

    @Property(int, notify=ratedChanged)
    def myRating(self) -> int:
        """What this visitor gave; 0 for nothing yet."""
        return self._mine.get(self._case.id, 0) if self._case else 0

    @Property(str, notify=ratedChanged)
    def ratings(self) -> str:
        """What others gave; empty when they are too few to be shown."""
        many, mean = board.average(self._counts, self._case.id) if self._case else (0, 0.0)
        line = self.tr("%1 人打过分，平均 %2 分")
        return line.replace("%1", str(many)).replace("%2", f"{mean:.1f}") if many else ""

    @Slot(int)
    def rate(self, stars: int) -> None:
        """Rate it; once in a visit, or once with its receipt."""
        case = self._case
        if case is None or not self.ratable or not 1 <= stars <= BEST or self.myRating or not self._pages.pace.settled:
            return
        self._mine[case.id] = stars
        self.ratedChanged.emit()
        services, who = self._pages.services, self._rater

        def done(result: Result[int]) -> None:
            if isinstance(result, Err):
                self._mine.pop(case.id, None)
                self.ratedChanged.emit()
                message = result.error.message(services.lang())
                services.navigator.say(self.tr("没有记上，再碰一次。"), message, "bad")

        payload = {"event": "rating", "case": case.id, "rated": board.rated(case.id, stars)}
        once = f"rating:{self._pages.uid}:{case.id}:{who}"
        services.recorder.submit(KEY, self._pages.uid, payload, alive(self, done), person=who, once=once)

    @Slot(object)
    @Slot(object, str)
    def show(self, case: Case, receipt: str = "") -> None:
        """Put a case up; `receipt` is the public hash of the code that led to it."""
        self._case, self._receipt = case, receipt
        self._pages.turn("case")
        if not case.answer:
            return
        uid, who = self._pages.uid, self._rater

        def ask(book: Book) -> tuple[dict[str, int], list[dict[str, Any]]]:
            return book.tally(KEY, uid, "rated"), list(book.of(KEY, uid, book.person(who)))

        self._pages.services.recorder.ask(ask, alive(self, self._rated))

    def close(self) -> None:
        """Forget what was shown."""
        self._case, self._receipt = None, ""
        self._mine, self._counts = {}, {}

    def _rated(self, result: Result[tuple[dict[str, int], list[dict[str, Any]]]]) -> None:
        if isinstance(result, Err):
            return  # ratings are an extra; the case itself is there
        self._counts, own = result.value
        for payload in own:
            number, _, stars = str(payload.get("rated") or "").rpartition(":")
            if number and stars.isdigit():
                self._mine[number] = int(stars)
        self.ratedChanged.emit()

    @property
    def _rater(self) -> str:
        # Not what the book knows the letter by: a rating names its case, and must not lead to the letter.
        return f"receipt:{self._receipt}" if self._receipt else f"visit:{self._pages.services.visit()}"
