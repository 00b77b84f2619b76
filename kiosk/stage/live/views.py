"""What a screen draws of a step in which the audience takes part: plain values, made anew after each event. Pure."""

from __future__ import annotations

from typing import Any

from kiosk.kinds.lecture.model import Step
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.play import Asked
from kiosk.kinds.riddle.model import Riddles
from kiosk.stage.live import caller, poll, prizes, riddles, room, teams, voices
from kiosk.stage.live.log import Log

NEWEST = 6
"""Names on the page of those who sign in."""


def step_view(step: Step, content: Any, log: Log) -> dict[str, Any]:
    """The view of a step by its kind; empty for one in which the audience takes no part, or whose item is not here."""
    if step.kind == "poll" and step.poll is not None:
        return poll_view(step.poll.options, log)
    if step.kind == "quiz" and isinstance(content, Quiz):
        return quiz_view(teams.fold(log, content, step.count))
    if step.kind == "riddle" and isinstance(content, Riddles):
        return riddle_view(riddles.fold(log, content, step.count))
    if step.kind == "suggestion":
        return {"kind": "suggestion", "voices": voices.fold(log)}
    return {}


def poll_view(options: tuple[str, ...], log: Log) -> dict[str, Any]:
    """Hands of each option."""
    hands = poll.fold(log, len(options))
    rows = [
        {"text": text, "count": hands.counts[n], "share": hands.share(n), "most": hands.counts[n] == max(hands.counts)}
        for n, text in enumerate(options)
    ]
    return {"kind": "poll", "options": rows, "shown": hands.shown, "total": hands.total}


def quiz_view(match: teams.Match) -> dict[str, Any]:
    """Question, buzzers and score board."""
    shown: dict[str, Any] = {"kind": "quiz", "phase": match.phase, "teams": _teams(match), "number": match.at + 1}
    if match.round is None:
        return shown | {"count": 0, "prompt": "", "options": [], "answer": "", "explain": "", "touched": False}
    asked = match.round.current
    return shown | {
        "count": len(match.round.asked), "prompt": asked.question.prompt, "options": _options(match, asked),
        "answer": _answer(asked), "explain": asked.question.explain, "touched": asked.question.type in teams.CHOSEN,
    }  # fmt: skip


def _teams(match: teams.Match) -> list[dict[str, Any]]:
    return [
        {"score": score, "now": match.team == n, "out": n in match.out, "leads": n in match.leaders}
        for n, score in enumerate(match.scores)
    ]


def _options(match: teams.Match, asked: Asked) -> list[dict[str, Any]]:
    question, solved = asked.question, match.phase == "solved"
    return [
        {
            "text": question.options[index], "right": question.type != "order" and index in question.right,
            "look": "right" if solved and question.type != "order" and index in question.right
            else "wrong" if place in match.wrong else "",
        }
        for place, index in enumerate(asked.shown)
    ]  # fmt: skip


def _answer(asked: Asked) -> str:
    """The right answer in words, with the letters under which it stands."""
    question: Question = asked.question
    arrow = " → " if question.type == "order" else "、"
    if not question.options:
        return arrow.join(question.right_words)
    right = question.right if question.type == "order" else sorted(question.right, key=asked.shown.index)
    return arrow.join(f"{'ABCDEFGH'[asked.shown.index(i)]} {question.options[i]}" for i in right)


def riddle_view(now: riddles.Guessing) -> dict[str, Any]:
    """The riddle, its hints, and when it is solved its answer; `answer` is the speaker's before."""
    found = now.riddle
    shown: dict[str, Any] = {
        "kind": "riddle", "phase": now.phase, "number": now.at + 1, "count": len(now.riddles), "solved": now.solved, "by": now.by,
    }  # fmt: skip
    if found is None:
        return shown | {"face": "", "aim": "", "hints": [], "more": 0, "answer": "", "how": "", "help": ""}
    return shown | {
        "face": found.face, "aim": found.aim, "hints": list(found.hints[: now.hints]), "more": len(found.hints) - now.hints,
        "answer": found.answer, "how": found.how, "help": found.help.face if found.help else "",
    }  # fmt: skip


def sign_view(now: room.Room) -> dict[str, Any]:
    """How many are here, and who came last."""
    units = [{"name": name, "count": count} for name, count in now.units.items()]
    return {
        "kind": "sign", "attendance": now.attendance, "signed": len(now.guests), "counted": now.counted,
        "newest": [g.shown for g in reversed(now.guests[-NEWEST:])], "units": units[:NEWEST],
    }  # fmt: skip


def caller_view(calls: caller.Calls, here: int) -> dict[str, Any]:
    """Who was called."""
    last = calls.last
    seat = last is not None and last.person.startswith("seat ")
    return {
        "kind": "caller",
        "name": last.shown if last else "",
        "seat": seat,
        "number": len(calls.called),
        "here": here,
    }


def draw_view(now: prizes.LuckyDraw, here: int) -> dict[str, Any]:
    """The draw as everybody may see it."""
    slip = now.slip
    mark = slip.commitment.upper() if slip else ""
    return {
        "kind": "draw", "phase": now.phase, "here": len(slip.tickets) if slip else here, "wanted": now.wanted,
        "mark": " ".join(mark[n : n + 8] for n in range(0, len(mark), 8)), "names": list(now.winners),
        "numbers": list(slip.numbers) if slip else [], "seed": slip.seed if slip else "",
    }  # fmt: skip
