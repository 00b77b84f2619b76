"""Riddles for the whole room: hints one by one, whoever calls it out has solved it. Pure.

Events: `begin SEED`, `hint`, `solve TEAM` (0: somebody), `show`, `next`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from kiosk.kinds.riddle.model import Riddle, Riddles
from kiosk.stage.live.log import Log

Phase: TypeAlias = Literal["waiting", "asked", "solved", "done"]
ROUND = 5
"""Riddles of a round where the step does not say how many."""


@dataclass(frozen=True, slots=True)
class Guessing:
    """A round of riddles as it stands.

    Args:
        riddles: of this round.
        at: the riddle, from 0.
        hints: given for it.
        by: who solved it: 0 somebody, 1… a team, -1 nobody: the answer was shown.
        solved: how many so far.
    """

    riddles: tuple[Riddle, ...] = ()
    at: int = 0
    phase: Phase = "waiting"
    hints: int = 0
    by: int = -1
    solved: int = 0

    @property
    def riddle(self) -> Riddle | None:
        """The riddle on the screen."""
        return self.riddles[self.at] if self.riddles else None


def fold(log: Log, content: Riddles, count: int = 0) -> Guessing:
    """The round after these events."""
    now = Guessing()
    for event in log:
        now = _next(now, event, content, count)
    return now


def _next(now: Guessing, event: tuple[Any, ...], content: Riddles, count: int) -> Guessing:
    riddle = now.riddle
    match event:
        case ("begin", int(seed)) if riddle is None:
            wanted = min(count or ROUND, len(content.riddles))
            return Guessing(tuple(random.Random(seed).sample(content.riddles, wanted)), phase="asked")
        case ("hint",) if now.phase == "asked" and riddle is not None:
            return replace(now, hints=min(len(riddle.hints), now.hints + 1))
        case ("solve", int(by)) if now.phase == "asked" and by >= 0:
            return replace(now, phase="solved", by=by, solved=now.solved + 1)
        case ("show",) if now.phase == "asked":
            return replace(now, phase="solved", by=-1)
        case ("next",) if now.phase == "solved":
            if now.at + 1 == len(now.riddles):
                return replace(now, phase="done")
            return replace(now, at=now.at + 1, phase="asked", hints=0, by=-1)
        case _:
            return now


def record(now: Guessing) -> dict[str, Any]:
    """For the record book."""
    asked = now.at + (now.phase in ("solved", "done")) if now.riddles else 0
    return {"riddles": asked, "solved": now.solved}
