"""Does every round on the boards follow from its answers? What the records of one machine say, computed once more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.text import Text
from kiosk.kinds.quiz import replay
from kiosk.kinds.quiz.rules import Rules
from kiosk.kinds.quiz.scores import Entry, award

Payload = Mapping[str, Any]

_ANSWER = {"round": str, "right": bool, "ms": int, "timed_out": bool}
_BEGIN = {"round": str, "who": str, "shown": str, "workshop": str, "day": str, "mode": str, "total": int}
"""What is computed with; a record without them gives nothing, and its round differs."""
_UNREADABLE = (KeyError, IndexError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A round that does not follow from its answers.

    Args:
        round: its id; empty for a duel and a relay.
        what: the kind of round.
        kept: what the record says.
        found: what the answers give; empty when they give nothing.
    """

    round: str
    what: Text
    kept: str
    found: str


@dataclass(frozen=True, slots=True)
class Recount:
    """What came of it.

    Args:
        counted: rounds of people with a name, practised rounds, duels and relays that were computed again.
        bare: rounds whose answers are not among the records, so that nothing can be said.
        wrong: those that came out otherwise.
    """

    counted: int
    bare: int
    wrong: tuple[Wrong, ...]


def recount(payloads: Iterable[Payload], rules: Rules | None) -> Recount:
    """Compute every finished round again.

    Args:
        payloads: records of one quiz on one machine, oldest first: answers, results, rounds, duels, relays.
        rules: by which points are given; None: points are taken on trust.
    """
    kept = tuple(payloads)
    answers = tuple(p for p in kept if "question" in p and _fits(p, _ANSWER))
    checks = (_rounds(kept, answers, rules), _practice(kept, answers), _together(kept))
    return Recount(
        sum(c.counted for c in checks), sum(c.bare for c in checks), tuple(w for c in checks for w in c.wrong)
    )


def _rounds(kept: tuple[Payload, ...], answers: tuple[Payload, ...], rules: Rules | None) -> Recount:
    what = Text("计分的一轮", "round that counts")
    begins = [p for p in kept if p.get("begin") is True and _fits(p, _BEGIN)]
    found = {entry.round: entry for entry in replay.recomputed(begins, answers)}
    answered = {p.get("round") for p in kept if "question" in p}
    before: dict[str, list[Entry]] = {}
    counted, bare, wrong = 0, 0, []
    for end in (p for p in kept if p.get("end") is True):
        name = str(end.get("round", ""))
        entry = found.get(name)
        if entry is None and name not in answered:
            bare += 1
            continue
        counted += 1
        said = [end.get(key) for key in ("score", "total", "ms", "points")]
        if entry is None:
            wrong.append(Wrong(name, what, _shown(said), ""))
            continue
        own = before.setdefault(entry.who, [])
        points = award(own, entry, rules) if rules else end.get("points")
        own.append(entry)
        computed = [entry.score, entry.total, entry.ms, points]
        if computed != said:
            wrong.append(Wrong(name, what, _shown(said), _shown(computed)))
    return Recount(counted, bare, tuple(wrong))


def _practice(kept: tuple[Payload, ...], answers: tuple[Payload, ...]) -> Recount:
    what = Text("一轮", "round")
    found = replay.practised(answers)
    counted, bare, wrong = 0, 0, []
    for result in (p for p in kept if p.get("result") is True):
        name = str(result.get("round", ""))
        own = found.get(name)
        if own is None:
            bare += 1
            continue
        counted += 1
        said = [result.get(key) for key in ("score", "timed_out")]
        computed = [own[0], own[2]]
        if said != computed:
            wrong.append(Wrong(name, what, _shown(said), _shown(computed)))
    return Recount(counted, bare, tuple(wrong))


def _together(kept: tuple[Payload, ...]) -> Recount:
    counted, wrong = 0, []
    plays: tuple[tuple[str, Text, Callable[[Payload], object], Callable[[Payload], object]], ...] = (
        ("duel", Text("对战", "duel"), lambda p: (p["blue"], p["red"]), replay.duelled),
        ("relay", Text("接力", "relay"), lambda p: tuple((t["score"], t["place"]) for t in p["teams"]), replay.relayed),
    )
    for record in kept:
        for key, what, read, compute in plays:
            if record.get(key) is not True:
                continue
            counted += 1
            said, computed = _or_none(read, record), _or_none(compute, record)
            if said != computed or said is None:
                wrong.append(Wrong("", what, str(said or ""), str(computed or "")))
    return Recount(counted, 0, tuple(wrong))


def _fits(payload: Payload, shape: Mapping[str, type]) -> bool:
    return all(isinstance(payload.get(field), of) for field, of in shape.items())


def _or_none(read: Callable[[Payload], object], record: Payload) -> object | None:
    try:
        return read(record)
    except _UNREADABLE:
        return None


def _shown(numbers: Iterable[object]) -> str:
    return " / ".join(str(number) for number in numbers)
