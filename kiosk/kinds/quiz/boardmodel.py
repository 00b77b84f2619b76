"""The leader boards on the screen: people and workshops, computed from the records each time they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.rules import Rules
from kiosk.kinds.quiz.scores import Share, Standing, entries, people, workshops
from kiosk.sdk.ui import Err, Result, Services

if TYPE_CHECKING:
    from kiosk.records import Pages

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 60
Boards: TypeAlias = tuple[tuple[Standing, ...], tuple[Share, ...]]


def read(pages: Pages, uid: str, rules: Rules) -> Boards:
    """Both boards of a quiz."""
    found = entries(pages.of(ROUNDS, uid))
    return people(found, rules), workshops(found, rules)


@QmlElement
@QmlUncreatable("made by the app")
class BoardViewModel(QObject):
    """The boards. `changed` when they were read, or the other one is shown."""

    changed = Signal()

    def __init__(self, uid: str, rules: Rules, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = uid
        self._rules = rules
        self._services = services
        self._boards: Boards = ((), ())
        self._by = 0
        self._known = False
        self._trouble = ""
        self._mine = ""

    @Property(bool, constant=True)
    def teams(self) -> bool:
        """Is there a board of workshops?"""
        return bool(self._rules.workshops)

    @Property(int, notify=changed)
    def by(self) -> int:
        """0 by person, 1 by workshop."""
        return self._by

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The book has answered."""
        return self._known

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is no board; empty when there is one."""
        return self._trouble

    @Property(int, notify=changed)
    def players(self) -> int:
        """How many people took part."""
        return len(self._boards[0])

    @Property(int, notify=changed)
    def place(self) -> int:
        """Place of who is signed in; 0 for none."""
        return next((s.place for s in self._boards[0] if s.who == self._mine), 0)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """The shown board: `place`, `name`, `note`, `points`, `share` of the first, `mine`."""
        if self._by:
            return [self._shop(share) for share in self._boards[1]]
        return [self._person(s) for s in self._boards[0] if s.place <= MOST or s.who == self._mine][: MOST + 1]

    @Slot(int)
    def show(self, by: int) -> None:
        """Change to the other board."""
        self._by = by if self.teams else 0
        self.changed.emit()

    def refresh(self, mine: str) -> None:
        """Read the book; `mine` is the hash of who is signed in."""
        self._mine, self._trouble = mine, ""
        uid, rules = self._uid, self._rules
        self._services.recorder.ask(lambda pages: read(pages, uid, rules), self._told)

    def _told(self, told: Result[Boards]) -> None:
        self._known = True
        if isinstance(told, Err):
            self._trouble = told.error.say(self._services.lang())
        else:
            self._boards = told.value
        self.changed.emit()

    def _person(self, s: Standing) -> dict[str, Any]:
        top = max(1, self._boards[0][0].points)
        time = self.tr("用时 %1 秒").replace("%1", str(round(s.ms / 1000)))
        note = f"{s.workshop} · {time}" if s.workshop else time
        return {
            "place": s.place, "name": s.shown, "note": note, "points": s.points, "share": s.points / top,
            "mine": s.who == self._mine,
        }  # fmt: skip

    def _shop(self, share: Share) -> dict[str, Any]:
        top = max(1, self._boards[1][0].points)
        note = (
            self.tr("%1 人里来了 %2 人，%3%")
            .replace("%1", str(share.people))
            .replace("%2", str(share.players))
            .replace("%3", str(round(share.coverage * 100)))
        )
        return {
            "place": share.place, "name": share.name, "note": note, "points": share.points,
            "share": share.points / top, "mine": False,
        }  # fmt: skip
