"""What the record book keeps of those who took part in a lecture: numbers, and a draw's slip; never a name. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.kinds.lecture.model import Step
from kiosk.kinds.quiz.model import Quiz
from kiosk.kinds.riddle.model import Riddles
from kiosk.stage.live import caller, log, poll, prizes, riddles, room, teams, voices

SIGN, CALLER, DRAW, END = "@sign", "@caller", "@draw", "@end"
MOST_PHOTOS = 99
PRACTICE = "lecture-practice"
"""Kind of the record of a practice; no ledger counts it."""


def photos(kept: Mapping[str, Any]) -> int:
    """How many photos the speaker noted."""
    counts = [e[1] for e in log.read(kept.get(END)) if e[0] == "photos" and len(e) == 2 and isinstance(e[1], int)]
    return max(0, min(MOST_PHOTOS, counts[-1])) if counts else 0


def record(steps: tuple[Step, ...], contents: Mapping[str, Any], kept: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Attendance, photos, and what came of each step; what nobody used is left out.

    Args:
        contents: decoded items by step id.
        kept: `Run.live`.
    """
    made: dict[str, Any] = {}
    here = room.fold(log.read(kept.get(SIGN)))
    if here.attendance:
        made |= {"attendance": here.attendance, "signin": room.record(here)}
    if taken := photos(kept):
        made["photos"] = taken
    if called := caller.fold(log.read(kept.get(CALLER))).called:
        made["called"] = len(called)
    if drawn := prizes.record(prizes.fold(log.read(kept.get(DRAW)))):
        made["draw"] = drawn
    results = [found for step in steps if (found := _step(step, contents.get(step.id), log.read(kept.get(step.id))))]
    return made | ({"results": results} if results else {})


def _step(step: Step, content: Any, events: log.Log) -> dict[str, Any]:
    common = {"step": step.id, "kind": step.kind}
    if not events:
        return {}
    if step.kind == "poll" and step.poll is not None:
        return common | poll.record(poll.fold(events, len(step.poll.options)), step.poll.options)
    if step.kind == "quiz" and isinstance(content, Quiz):
        return common | teams.record(teams.fold(events, content, step.count))
    if step.kind == "riddle" and isinstance(content, Riddles):
        return common | riddles.record(riddles.fold(events, content, step.count))
    if step.kind == "suggestion":
        return common | {"voices": voices.fold(events)}
    return {}
