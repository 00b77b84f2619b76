"""One round at a wall of lanterns as pure functions: a state and an event give the next state.

Nothing here knows the time or a screen; `now` is any clock in seconds that only goes forward. An event that makes no sense
in the present state gives the same state back, so a screen may send whatever it gets.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.riddle import compare
from kiosk.kinds.riddle.model import Riddle

Look: TypeAlias = Literal["dark", "lit", "missed", "shown"]
"""Not answered yet; guessed; guessed wrongly to the end; the visitor asked for the answer."""
Phase: TypeAlias = Literal["wall", "asking", "answered"]
By: TypeAlias = Literal["choice", "typed"]

MOST_TYPED = 20


@dataclass(frozen=True, slots=True)
class Lantern:
    """A riddle and what became of it.

    Args:
        shown: right and wrong answers as they stand on the screen; empty when the answer is written.
        look: how it hangs on the wall.
        tries: wrong guesses and the right one.
        hints: how many have been given.
        wrong: places of `shown` that were guessed wrongly.
        said: the last guess in words.
    """

    riddle: Riddle
    shown: tuple[str, ...]
    look: Look = "dark"
    tries: int = 0
    hints: int = 0
    wrong: tuple[int, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A wall in use.

    Args:
        seed: what the places of answers were drawn with.
        tries: guesses at each lantern.
        lanterns: in the order in which they hang.
        at: the open lantern; -1 is the wall.
        choice: the unsent answer, a place of `shown`; -1 none.
        typed: the unsent answer in words.
        typing: the answer is being written.
        since: when the open lantern was opened.
    """

    seed: int
    tries: int
    lanterns: tuple[Lantern, ...]
    at: int = -1
    choice: int = -1
    typed: str = ""
    typing: bool = False
    since: float = 0.0

    @property
    def phase(self) -> Phase:
        """What is on the screen."""
        if self.at < 0:
            return "wall"
        return "asking" if self.open.look == "dark" else "answered"

    @property
    def open(self) -> Lantern:
        """The open lantern; the first one while there is none."""
        return self.lanterns[max(self.at, 0)]

    @property
    def lit(self) -> int:
        """Lanterns that were guessed."""
        return sum(lantern.look == "lit" for lantern in self.lanterns)

    @property
    def done(self) -> bool:
        """Whether no lantern is dark any more."""
        return all(lantern.look != "dark" for lantern in self.lanterns)

    @property
    def begun(self) -> bool:
        """Whether there is something to lose."""
        return any(n.look != "dark" or n.tries or n.hints for n in self.lanterns)

    @property
    def left(self) -> int:
        """Guesses left at the open lantern."""
        return max(0, self.tries - self.open.tries)

    @property
    def ready(self) -> bool:
        """Is there an answer to send?"""
        if self.phase != "asking":
            return False
        return bool(compare.normal(self.typed)) if self.typing else self.choice >= 0


def start(riddles: tuple[Riddle, ...], tries: int, seed: int) -> Round:
    """Hang the lanterns up; the same seed and riddles give the same places of answers."""
    return Round(seed, tries, tuple(Lantern(r, _shuffled(r, seed)) for r in riddles))


def touch(round_: Round, place: int, now: float) -> Round:
    """Open the lantern at `place`."""
    if not 0 <= place < len(round_.lanterns):
        return round_
    typing = not round_.lanterns[place].shown
    return replace(round_, at=place, choice=-1, typed="", typing=typing, since=now)


def close(round_: Round) -> Round:
    """Back to the wall."""
    return replace(round_, at=-1, choice=-1, typed="", typing=False)


def choose(round_: Round, place: int) -> Round:
    """Touch an answer."""
    lantern = round_.open
    if round_.phase != "asking" or round_.typing or place in lantern.wrong or not 0 <= place < len(lantern.shown):
        return round_
    return replace(round_, choice=place)


def write(round_: Round, words: str) -> Round:
    """What is written now."""
    if round_.phase != "asking" or not round_.typing:
        return round_
    return replace(round_, typed=words[:MOST_TYPED])


def switch(round_: Round) -> Round:
    """From the answers to writing, or back; a riddle without answers is always written."""
    if round_.phase != "asking" or not round_.open.shown:
        return round_
    return replace(round_, typing=not round_.typing, choice=-1, typed="")


def hint(round_: Round) -> Round:
    """One more hint, as long as there are any."""
    lantern = round_.open
    if round_.phase != "asking" or lantern.hints >= len(lantern.riddle.hints):
        return round_
    return _changed(round_, hints=lantern.hints + 1)


def submit(round_: Round) -> Round:
    """Guess. A wrong guess can be followed by another one; after the last the answer is shown."""
    if not round_.ready:
        return round_
    lantern = round_.open
    said = round_.typed.strip() if round_.typing else lantern.shown[round_.choice]
    right = compare.same(said, compare.answers(lantern.riddle) if round_.typing else (lantern.riddle.answer,))
    tries = lantern.tries + 1
    wrong = lantern.wrong if right or round_.typing else (*lantern.wrong, round_.choice)
    look: Look = "lit" if right else "missed" if tries >= round_.tries else "dark"
    judged = _changed(round_, look=look, tries=tries, wrong=wrong, said=said)
    return replace(judged, choice=-1, typed="")


def give_up(round_: Round) -> Round:
    """Show the answer."""
    return _changed(round_, look="shown") if round_.phase == "asking" else round_


def beside(round_: Round, step: int) -> int:
    """The lantern before (-1) or after (1) the open one; beyond the last comes the first."""
    return (round_.at + step) % len(round_.lanterns)


def next_dark(round_: Round) -> int:
    """The dark lantern that comes next; -1 when none is left."""
    count = len(round_.lanterns)
    places = ((round_.at + 1 + i) % count for i in range(count))
    return next((p for p in places if round_.lanterns[p].look == "dark" and p != round_.at), -1)


def record(round_: Round, event: Literal["try", "hint", "shown"], now: float, by: By = "choice") -> dict[str, Any]:
    """What has just happened at the open lantern as JSON for the records, with nothing about the visitor."""
    lantern = round_.open
    return {
        "event": event,
        "riddle": lantern.riddle.id,
        "face": lantern.riddle.face,
        "set": lantern.riddle.set,
        "look": lantern.look,
        "said": lantern.said if event == "try" else "",
        "by": by,
        "tries": lantern.tries,
        "hints": lantern.hints,
        "ms": max(0, round((now - round_.since) * 1000)),
        "seed": round_.seed,
    }


def end_record(round_: Round, key: str, ms: int) -> dict[str, Any]:
    """The end of a round as JSON for the records."""
    looks = [lantern.look for lantern in round_.lanterns]
    return {
        "event": "round",
        "set": key,
        "total": len(looks),
        "lit": round_.lit,
        "missed": looks.count("missed"),
        "shown": looks.count("shown"),
        "hints": sum(lantern.hints for lantern in round_.lanterns),
        "ms": ms,
        "seed": round_.seed,
    }


def _changed(round_: Round, **changes: Any) -> Round:
    lanterns = list(round_.lanterns)
    lanterns[round_.at] = replace(lanterns[round_.at], **changes)
    return replace(round_, lanterns=tuple(lanterns))


def _shuffled(riddle: Riddle, seed: int) -> tuple[str, ...]:
    if not riddle.others:
        return ()
    shown = [riddle.answer, *riddle.others]
    random.Random(f"{seed}/{riddle.id}").shuffle(shown)
    return tuple(shown)
