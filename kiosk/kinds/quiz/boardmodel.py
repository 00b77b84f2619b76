"""The leader boards on the screen: people, workshops and teams, computed from the records each time they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.kinds.quiz.ledger import ROUNDS, house
from kiosk.kinds.quiz.rules import Rules
from kiosk.kinds.quiz.scores import NOBODY, Share, Standing, entries, people, teams, workshops
from kiosk.sdk.ui import Err, Result, Services

if TYPE_CHECKING:
    from kiosk.records import Pages

QML_IMPORT_NAME = "kiosk.kinds.quiz"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 60
PERSON, WORKSHOP, TEAM = range(3)


@dataclass(frozen=True, slots=True)
class Boards:
    """All boards of a quiz, best first."""

    people: tuple[Standing, ...] = ()
    workshops: tuple[Share, ...] = ()
    teams: tuple[Share, ...] = ()


def read(pages: Pages, uid: str, rules: Rules) -> Boards:
    """The boards of a quiz as the book has them."""
    found = entries(pages.of(ROUNDS, uid))
    known = house(pages, found) if rules.from_house else NOBODY
    return Boards(people(found, rules, known), workshops(found, rules, known), teams(found, rules, known))


@QmlElement
@QmlUncreatable("made by the app")
class QuizBoardViewModel(QObject):
    """The boards. `changed` when they were read, or another one is shown."""

    changed = Signal()

    def __init__(self, uid: str, rules: Rules, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uid = uid
        self._rules = rules
        self._services = services
        self._boards = Boards()
        self._by = 0
        self._known = False
        self._trouble = ""
        self._mine = ""

    @Property("QVariantList", notify=changed)
    def offered(self) -> list[int]:
        """Which boards there are: 0 by person, 1 by workshop, 2 by team."""
        found = {WORKSHOP: self._boards.workshops or self._rules.workshops, TEAM: self._boards.teams}
        return [PERSON, *(by for by, rows in found.items() if rows)]

    @Property(int, notify=changed)
    def by(self) -> int:
        """The shown board."""
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
        return len(self._boards.people)

    @Property(int, notify=changed)
    def place(self) -> int:
        """Place of who is signed in; 0 for none."""
        return next((s.place for s in self._boards.people if s.who == self._mine), 0)

    @Property("QVariantList", notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        """The shown board: `place`, `name`, `note`, `points`, `share` of the first, `mine`."""
        if self._by == PERSON:
            own = self._boards.people
            return [self._person(s) for s in own if s.place <= MOST or s.who == self._mine][: MOST + 1]
        shares = self._boards.workshops if self._by == WORKSHOP else self._boards.teams
        rows = [self._share(share, max(1, shares[0].points)) for share in shares]
        return [row for n, row in enumerate(rows) if n < MOST or row["mine"]]

    @Slot(int)
    def show(self, by: int) -> None:
        """Change to another board."""
        self._by = by if by in self.offered else PERSON
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
            self._by = self._by if self._by in self.offered else PERSON
        self.changed.emit()

    def _me(self) -> Standing | None:
        return next((s for s in self._boards.people if s.who == self._mine), None)

    def _person(self, s: Standing) -> dict[str, Any]:
        top = max(1, self._boards.people[0].points)
        time = self.tr("用时 %1 秒").replace("%1", str(round(s.ms / 1000)))
        note = " · ".join(filter(None, (s.workshop, s.team, time)))
        return {
            "place": s.place, "name": s.shown, "note": note, "points": s.points, "share": s.points / top,
            "mine": s.who == self._mine,
        }  # fmt: skip

    def _share(self, share: Share, top: int) -> dict[str, Any]:
        note = (
            self.tr("%1 人里来了 %2 人，%3%")
            .replace("%1", str(share.people))
            .replace("%2", str(share.players))
            .replace("%3", str(round(share.coverage * 100)))
        )
        me = self._me()
        own = ((me.workshop, me.team) if share.unit else ("", me.workshop)) if me else None
        return {
            "place": share.place, "name": share.name, "note": " · ".join(filter(None, (share.unit, note))),
            "points": share.points, "share": share.points / top,
            "mine": own == (share.unit, share.name),
        }  # fmt: skip
