"""Scores once more, from nothing but who began which round and what was answered: proof that the boards are right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.kinds.quiz.rules import Rules
from kiosk.kinds.quiz.scores import Entry, award


def recomputed(begins: Iterable[Mapping[str, Any]], answers: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """The finished rounds, in the order in which they ended.

    Args:
        begins: records of the desk (`begin`); others are passed over.
        answers: answer records of the same item, oldest first; those of rounds nobody signed in for are passed over.
    """
    began = {p["round"]: p for p in begins if p.get("begin") is True}
    given: dict[str, list[Mapping[str, Any]]] = {}
    ended: list[Entry] = []
    for answer in answers:
        begin = began.get(answer.get("round", ""))
        if begin is None:
            continue
        own = given.setdefault(begin["round"], [])
        own.append(answer)
        if _over(begin, own):
            ended.append(_entry(begin, own))
    return tuple(ended)


def awarded(rounds: Iterable[Entry], rules: Rules) -> tuple[tuple[Entry, int], ...]:
    """Each round with the points it added, in this order."""
    known: dict[str, list[Entry]] = {}
    found = []
    for entry in rounds:
        before = known.setdefault(entry.who, [])
        found.append((entry, award(before, entry, rules)))
        before.append(entry)
    return tuple(found)


def _over(begin: Mapping[str, Any], answers: list[Mapping[str, Any]]) -> bool:
    last = answers[-1]
    if len(answers) == begin["total"]:
        return True
    return (begin["mode"] == "challenge" and not last["right"]) or (begin["mode"] == "exam" and bool(last["timed_out"]))


def _entry(begin: Mapping[str, Any], answers: list[Mapping[str, Any]]) -> Entry:
    score = sum(bool(answer["right"]) for answer in answers)
    total = len(answers) if begin["mode"] == "challenge" else begin["total"]
    ms = sum(answer["ms"] for answer in answers)
    return Entry(
        begin["round"], begin["who"], begin["shown"], begin["workshop"], begin["day"], begin["mode"], score, total, ms,
        begin.get("team", ""),
    )  # fmt: skip
