"""Scores once more, from nothing but who began which round and what was answered: proof that the boards are right.

Rounds that count come from the records of the desk and of their answers (`recomputed`); practice from its answers
(`practised`); a duel and a relay carry every press in their one record (`duelled`, `relayed`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.kinds.quiz import duel, relay
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


def practised(answers: Iterable[Mapping[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """Right answers, answers and timed-out ones of each round, by its id; answers without a round are passed over."""
    found: dict[str, tuple[int, int, int]] = {}
    for answer in answers:
        if "question" not in answer or not answer.get("round"):
            continue
        right, given, late = found.get(answer["round"], (0, 0, 0))
        found[answer["round"]] = (right + bool(answer["right"]), given + 1, late + bool(answer["timed_out"]))
    return found


def duelled(record: Mapping[str, Any]) -> tuple[int, int]:
    """Points of blue and red, from their presses."""
    blue = red = 0
    for turn in record["turns"]:
        at = [p["ms"] / 1000 if p and p["right"] else None for p in turn["presses"]]
        made = duel.worth(at[0], at[1])
        blue, red = blue + made[0], red + made[1]
    return blue, red


def relayed(record: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    """Right answers and place of each team, from the answers of its runners."""
    teams = range(len(record["teams"]))
    own = [[leg for leg in record["legs"] if leg["team"] == team] for team in teams]
    score = [sum(answer["right"] for leg in legs for answer in leg["answers"]) for legs in own]
    ranks = relay.ranked(score, [sum(leg["ms"] for leg in legs) for legs in own])
    return tuple((score[team], ranks.index(team) + 1) for team in teams)


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
