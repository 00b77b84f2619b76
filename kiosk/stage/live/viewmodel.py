"""The audience's part of a lecture as both windows see it, and what the speaker does with it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.text import Lang
from kiosk.jobs import Err, Result
from kiosk.kinds.lecture.model import Step
from kiosk.kinds.quiz import who
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.riddle.model import Riddles
from kiosk.sdk.ui import Recorder
from kiosk.stage import run as happening
from kiosk.stage.live import caller, log, prizes, result, room, signing, views
from kiosk.stage.live.log import Log
from kiosk.stage.live.result import CALLER, DRAW, END, SIGN
from kiosk.stage.live.room import Guest
from kiosk.stage.run import Run

QML_IMPORT_NAME = "kiosk.stage"
QML_IMPORT_MAJOR_VERSION = 1

CARDS = ("sign", "caller", "draw")
MOST_TYPED = 20
_ACTS: Mapping[str, frozenset[str]] = {
    "poll": frozenset(("set", "show", "hide")),
    "quiz": frozenset(("begin", "arm", "buzz", "choose", "judge", "show", "next")),
    "riddle": frozenset(("begin", "hint", "solve", "show", "next")),
    "suggestion": frozenset(("set",)),
    "sign": frozenset(("count",)),
}


@QmlElement
@QmlUncreatable("made by the stage's view model")
class LiveViewModel(QObject):
    """Views by step, and the panel of the speaker.

    Args:
        steps: of the lecture.
        contents: decoded items by step id.
        run: the lecture as it is.
        do: lets something happen in it.
        recorder: answers who somebody is; None where there is no book.
        random: 64 hex digits nobody can guess.
    """

    changed = Signal()
    typedChanged = Signal()
    listChanged = Signal()

    def __init__(
        self,
        title: str,
        steps: tuple[Step, ...],
        contents: Mapping[str, Any],
        run: Callable[[], Run],
        do: Callable[[happening.Event], None],
        lang: Lang,
        *,
        recorder: Recorder | None = None,
        random: Callable[[], str] = lambda: secrets.token_hex(32),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._steps = {step.id: step for step in steps}
        self._contents = contents
        self._run = run
        self._do = do
        self._lang = lang
        self._recorder = recorder
        self._random = random
        self._revision = 0
        self._typed = ""
        self._target = ""
        self._said = ""
        self._reader = who.Reader()
        self._lists: tuple[signing.TeamList, ...] = ()
        self._members: tuple[Guest, ...] = ()
        self._list = ""
        self.changed.connect(self.listChanged)  # who is here is marked on the list

    def moved(self) -> None:
        """Another step, or something happened."""
        self._revision += 1
        if self._panel() != "sign":
            self._close_lists()
        self.changed.emit()

    # --- what is seen -----------------------------------------------------------------------------------------------

    @Property(int, notify=changed)
    def revision(self) -> int:
        """Grows with each change; ask it before `view`."""
        return self._revision

    @Slot(str, result="QVariantMap")
    def view(self, step: str) -> dict[str, Any]:
        """What is drawn of a step; empty where the audience takes no part."""
        found = self._steps.get(step)
        if found is None:
            return {}
        if found.kind == "signin":
            return views.sign_view(self._room())
        return views.step_view(found, self._contents.get(step), self._log(step))

    @Property("QVariantMap", notify=changed)
    def card(self) -> dict[str, Any]:
        """What of the whole lecture lies over the slide; empty for nothing."""
        return self._card(self._run().card)

    @Property(str, notify=changed)
    def panel(self) -> str:
        """What the speaker's panel is for: a card, or the kind of the step; empty for neither."""
        return self._panel()

    @Property("QVariantMap", notify=changed)
    def own(self) -> dict[str, Any]:
        """The view the panel belongs to."""
        return self.card or self.view(self._run().id)

    @Property(bool, notify=changed)
    def undoable(self) -> bool:
        """Whether the last thing can be taken back."""
        kept = self._log(self._key())
        return bool(self._panel()) and log.undo(kept, prizes.FIXED) != kept

    @Property(int, notify=changed)
    def attendance(self) -> int:
        """How many are here."""
        return self._room().attendance

    @Property(int, notify=changed)
    def photos(self) -> int:
        """Photos noted for the ledger."""
        return result.photos(self._run().live)

    @Property(int, notify=changed)
    def prizeCount(self) -> int:
        """How many are to be drawn, before the list is sealed."""
        counts = [e[1] for e in self._log(END) if e[0] == "prizes"]
        return int(counts[-1]) if counts else 1

    @Property(bool, notify=changed)
    def practice(self) -> bool:
        """Nobody sits there: the times are for the speaker, and nothing goes into the ledger."""
        return any(e[0] == "practice" for e in self._log(END))

    def begin_practice(self) -> None:
        """This is a practice; kept like everything else, so that it is still one after a power cut."""
        self._add(END, "practice")

    # --- what the speaker does --------------------------------------------------------------------------------------

    @Slot(str)
    @Slot(str, int)
    @Slot(str, int, int)
    def act(self, name: str, first: int = -1, second: int = -1) -> None:
        """Something happens at the panel's step; what its rules do not know is passed over."""
        kind = self._panel()
        if name not in _ACTS.get(kind, ()):
            return
        if name == "begin":
            first, second = int(self._random()[:7], 16), first
        numbers = [n for n in (first, second) if n >= 0]
        self._add(self._key(), name, *numbers)

    @Slot()
    def undo(self) -> None:
        """Take the last thing back."""
        key = self._key()
        kept = self._log(key)
        before = log.undo(kept, prizes.FIXED)
        if self._panel() and before != kept:
            self._do(happening.Live(key, log.write(before)))

    @Slot(str)
    def open(self, card: str) -> None:
        """Lay a card over the slide, or take it away."""
        if card in CARDS:
            self._forget()
            self._do(happening.Card(card))

    @Slot()
    def close(self) -> None:
        """Take the card away."""
        if self._run().card:
            self._forget()
            self._do(happening.Card(self._run().card))

    @Slot(int)
    def setPhotos(self, count: int) -> None:
        """Note how many photos were taken."""
        self._add(END, "photos", max(0, min(result.MOST_PHOTOS, count)))

    @Slot(int)
    def setAttendance(self, count: int) -> None:
        """Count the room."""
        self._add(SIGN, "count", max(0, count))

    @Slot(int)
    def setPrizes(self, count: int) -> None:
        """How many are to be drawn."""
        self._add(END, "prizes", max(1, min(prizes.MOST_WINNERS, count)))

    @Slot()
    def call(self) -> None:
        """Call somebody at random."""
        calls = caller.fold(self._log(CALLER))
        seeds = [e[1] for e in self._log(CALLER) if e[0] == "seed"]
        if not seeds:
            seeds = [int(self._random()[:7], 16)]
            self._add(CALLER, "seed", seeds[0])
        found = caller.pick(seeds[0], caller.candidates(self._room()), calls)
        if found is not None:
            self._add(CALLER, "call", found.person, found.shown)

    @Slot()
    def draw(self) -> None:
        """The next act of the lucky draw: seal, draw each number, tell the seed."""
        now = prizes.fold(self._log(DRAW))
        people = caller.candidates(self._room())
        match now.phase:
            case "waiting" if people:
                seal = prizes.sealing(self._title, self.tr("幸运奖"), people, self.prizeCount, self._random())
                self._add(DRAW, *seal)
            case "sealed":
                self._add(DRAW, "draw")
            case "drawn":
                self._add(DRAW, "tell")
            case _:
                pass

    # --- typing and cards -------------------------------------------------------------------------------------------

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        """Typed so far."""
        return self._typed

    @Property(str, notify=typedChanged)
    def target(self) -> str:
        """What it is typed for: `sign`, `count`, `hands.0` …; empty: no pad is open."""
        return self._target

    @Property(str, notify=typedChanged)
    def said(self) -> str:
        """What the speaker should know about the last number."""
        return self._said

    @Slot(str)
    def ask(self, target: str) -> None:
        """Open the number pad for something, or put it away."""
        self._target = "" if target == self._target else target
        self._typed = self._said = ""
        self.typedChanged.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the pad."""
        if key == "back":
            self._typed = self._typed[:-1]
        elif key == "done":
            self._enter()
            return
        elif len(self._typed) < MOST_TYPED:
            self._typed += key
        self.typedChanged.emit()

    def key(self, key: int, text: str, now: float) -> bool:
        """A key of the keyboard, a buzzer or a card reader; False when it means nothing here.

        Args:
            now: seconds of any clock that only goes forward: a card reader is told by its speed.
        """
        panel = self._panel()
        plain = text if len(text) == 1 and text.isascii() and text.isalnum() else ""
        if panel == "quiz" and plain.isdigit():
            team = int(plain) - 1
            armed = self.own.get("phase") == "armed"
            if armed and 0 <= team < len(self.own["teams"]):
                self.act("buzz", team)
            return True
        if not (self._target or panel == "sign"):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._ended(now)
        if key == Qt.Key.Key_Backspace and self._typed:
            self.press("back")
            return True
        if not plain or (self._target not in ("", "sign") and not plain.isdigit()):
            return False
        self._reader = self._reader.key(plain, now)
        if not self._target:
            self._target = "sign"
        self.press(plain.upper())
        return True

    def _ended(self, now: float) -> bool:
        card, self._reader = self._reader.enter(now), who.Reader()
        if card and self._panel() == "sign":
            self._typed, self._target = card, "sign"  # what a hand had begun is not part of the card
        if not self._typed:
            return False
        self._enter()
        return True

    def _enter(self) -> None:
        typed, self._typed = self._typed, ""
        target, _, option = self._target.partition(".")
        if target == "sign":
            self._sign(typed)
        else:
            self._target = ""
            if typed.isdigit() and target == "count":
                self.setAttendance(min(9999, int(typed)))
            elif typed.isdigit() and target == "hands":
                self.act("set", int(option), min(9999, int(typed)))
        self.typedChanged.emit()

    # --- signing in -------------------------------------------------------------------------------------------------

    def _sign(self, said: str) -> None:
        if not said or self._recorder is None:
            return

        def found(answer: Result[Guest]) -> None:
            if isinstance(answer, Err):
                self._tell(answer.error.message(self._lang))
            else:
                self._welcome(answer.value)

        self._recorder.ask(lambda pages: signing.guest(pages, said), found)

    def _welcome(self, guest: Guest) -> None:
        if guest.person in self._room():
            self._tell(self.tr("%1 已经签过了").replace("%1", guest.shown))
            return
        self._add(SIGN, "in", guest.person, guest.shown, guest.unit)
        self._tell(self.tr("%1 签到了").replace("%1", guest.shown))

    @Property(str, notify=listChanged)
    def listLevel(self) -> str:
        """The list that is open: `teams`, `people`, or none."""
        return self._list

    @Property("QVariantList", notify=listChanged)
    def listRows(self) -> list[dict[str, Any]]:
        """Its rows."""
        if self._list == "people":
            here = self._room()
            return [{"text": g.shown, "note": g.unit, "here": g.person in here} for g in self._members]
        return [
            {"text": " ".join(filter(None, (t.unit, t.team))), "note": str(t.people), "here": False}
            for t in self._lists
        ]

    @Slot()
    def openList(self) -> None:
        """Open the list of teams, or go back one level, or put it away."""
        if self._list:
            self._list = "teams" if self._list == "people" else ""
            self.listChanged.emit()
        elif self._recorder is not None:
            self._recorder.ask(signing.team_lists, self._listed)

    @Slot(int)
    def pick(self, row: int) -> None:
        """Touch a row of the list: a team opens, a person signs in."""
        if self._list == "people" and 0 <= row < len(self._members):
            self._welcome(self._members[row])
        elif self._list == "teams" and 0 <= row < len(self._lists) and self._recorder is not None:
            chosen = self._lists[row]
            self._recorder.ask(lambda pages: signing.members(pages, chosen), self._opened)

    def _listed(self, answer: Result[tuple[signing.TeamList, ...]]) -> None:
        if isinstance(answer, Err):
            self._tell(answer.error.message(self._lang))
            return
        self._lists, self._list = answer.value, "teams" if answer.value else ""
        if not answer.value:
            self._tell(self.tr("这台屏还没有名册，报工号或数人头"))
        self.listChanged.emit()

    def _opened(self, answer: Result[tuple[Guest, ...]]) -> None:
        if isinstance(answer, Err):
            self._tell(answer.error.message(self._lang))
        else:
            self._members, self._list = answer.value, "people"
            self.listChanged.emit()

    # --- inner ------------------------------------------------------------------------------------------------------

    def record(self) -> dict[str, Any]:
        """What the record book keeps of all this."""
        return result.record(tuple(self._steps.values()), self._contents, self._run().live)

    def _panel(self) -> str:
        run = self._run()
        if run.card:
            return run.card
        step = self._steps[run.id]
        if step.kind == "signin":
            return "sign"
        wanted = {"quiz": Quiz, "riddle": Riddles}.get(step.kind)
        if wanted is not None and not isinstance(self._contents.get(step.id), wanted):
            return ""
        return step.kind if step.kind in _ACTS else ""

    def _key(self) -> str:
        panel = self._panel()
        return f"{happening.HOUSE}{panel}" if panel in CARDS else self._run().id

    def _card(self, name: str) -> dict[str, Any]:
        here = len(caller.candidates(self._room()))
        match name:
            case "sign":
                return views.sign_view(self._room())
            case "caller":
                return views.caller_view(caller.fold(self._log(CALLER)), here)
            case "draw":
                return views.draw_view(prizes.fold(self._log(DRAW)), here)
            case _:
                return {}

    def _room(self) -> room.Room:
        return room.fold(self._log(SIGN))

    def _log(self, key: str) -> Log:
        return log.read(self._run().live.get(key))

    def _add(self, key: str, *event: Any) -> None:
        self._do(happening.Live(key, log.write(log.add(self._log(key), *event))))

    def _tell(self, words: str) -> None:
        self._said = words
        self.typedChanged.emit()

    def _forget(self) -> None:
        self._typed = self._said = self._target = ""
        self._close_lists()
        self.typedChanged.emit()

    def _close_lists(self) -> None:
        self._list = ""
        if self._target == "sign":
            self._target = self._typed = self._said = ""
            self.typedChanged.emit()
