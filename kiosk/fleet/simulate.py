"""A made-up year of use, the same for the same seed, with known answers: for trying the office out, and for tests.

People come before the shift, at noon and after the shift; Sundays are quiet, the week before May Day is not. Every tenth kiosk
starts each day with a wrong clock and learns the time at nine. All of it is between 08:00 and 22:30 in China, which is one day
in every zone from UTC to UTC+9.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kiosk.records.entry import Entry

UNITS = ("一车间", "二车间", "三车间", "机修车间", "动力车间", "质检科", "物流部", "行政科")
_MIDNIGHT = timedelta(hours=-8)
"""Of China, from that of UTC."""
_HOURS = ((8, 9.5, 5), (11.5, 13.2, 6), (15.5, 17.5, 4), (9.5, 22.0, 3))
"""From, to, weight: before the shift, noon, after the shift, in between."""
_STORIES = tuple(f"model-workers/story-{n}" for n in range(1, 31))
_LAWS = tuple(f"law/document-{n}" for n in range(1, 7))
_FILMS = tuple(f"segments/film-{n}" for n in range(1, 9))
_QUIZZES = ("labour-law/quiz", "safety/quiz", "history/quiz")
_WORKERS = 600
"""Of those who come to a kiosk and say who they are."""
_ADMIN = ("pin", "sync", "brightness", "restart")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make up.

    Args:
        visits: on an ordinary working day at an average kiosk; each leaves about nine records.
    """

    kiosks: int = 50
    days: int = 365
    seed: int = 7
    start: date = date(2026, 1, 1)
    visits: float = 36.0


@dataclass(slots=True)
class Truth:
    """What is true of the records, counted while they were made up and by nothing that reports use.

    Args:
        month: records by `YYYY-MM`.
        right: right answers of the quizzes by question.
    """

    records: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    month: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    visit_seconds: int = 0

    def as_json(self) -> dict[str, Any]:
        """Keys sorted."""
        counters = {
            name: dict(sorted(getattr(self, name).items()))
            for name in ("kinds", "month", "units", "answered", "right", "votes")
        }
        return {"records": self.records, "visit_seconds": self.visit_seconds, **counters}


def device_name(place: int) -> str:
    """Id of a made-up kiosk, from 0."""
    return f"sim-{place + 1:03d}"


def entries(plan: Plan, place: int, truth: Truth | None = None) -> Iterator[Entry]:
    """Every record of one kiosk, by sequence.

    Args:
        place: of the kiosk, from 0.
        truth: is added to.
    """
    maker = _Maker(plan, place, truth if truth is not None else Truth())
    for number in range(plan.days):
        yield from maker.day(number)


@dataclass(slots=True)
class _Said:
    """A record before it has its number: milliseconds of the day, and what it says."""

    ms: int
    visit: str
    uid: str
    kind: str
    payload: dict[str, Any]
    person: str = ""
    unit: str = ""
    once: str = ""


class _Maker:
    """Makes the days of one kiosk."""

    def __init__(self, plan: Plan, place: int, truth: Truth) -> None:
        self._plan, self._truth = plan, truth
        self._device = device_name(place)
        self._wrong = place % 10 == 9
        self._sequence = 0
        home = random.Random(f"{plan.seed}/{place}")
        self._busy = home.uniform(0.5, 1.5)
        self._unit = UNITS[place % len(UNITS)]

    def day(self, number: int) -> list[Entry]:
        """Records of one day: one boot."""
        today = self._plan.start + timedelta(days=number)
        rng = random.Random(f"{self._plan.seed}/{self._device}/{number}")
        said = [_Said(8 * 3_600_000, "", "", "health", {"free_bytes": 40_000_000_000 - number * 1_000_000})]
        for visit in range(self._visits(rng, today)):
            begins, ends, _ = rng.choices(_HOURS, [w for *_, w in _HOURS])[0]
            said += self._visit(rng, round(rng.uniform(begins, ends) * 3_600_000), f"{number:x}.{visit:x}")
        if rng.random() < 0.1:
            said.append(_Said(9 * 3_600_000, "", "", "admin", {"act": rng.choice(_ADMIN), "detail": ""}))
        said.sort(key=lambda one: one.ms)
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC) + _MIDNIGHT
        self._count(said, f"{today:%Y-%m}")
        return [self._entry(one, midnight, number + 1) for one in said]

    def _visits(self, rng: random.Random, today: date) -> int:
        much = {5: 0.5, 6: 0.2}.get(today.weekday(), 1.0)
        if today.month == 4 and today.day >= 24:
            much *= 2.0
        return round(self._plan.visits * self._busy * much * rng.uniform(0.7, 1.3))

    def _visit(self, rng: random.Random, begins: int, visit: str) -> list[_Said]:
        said: list[_Said] = []
        at = begins + 2000

        def tell(uid: str, kind: str, payload: dict[str, Any], ms: int, **more: Any) -> None:
            nonlocal at
            at += ms
            said.append(_Said(at, visit, uid, kind, payload, **more))

        for _ in range(rng.randint(1, 4)):
            uid = rng.choice(_STORIES if rng.random() < 0.8 else _LAWS)
            seconds = rng.randint(5, 180)
            tell(uid, "view", {"seconds": seconds, "share": round(min(1.0, seconds / 120), 3)}, seconds * 1000)
            if rng.random() < 0.2:
                tell(uid, "listen", {"seconds": seconds, "share": 0.5}, 1000)
        match rng.choices(("quiz", "film", "vote", "survey", "lesson", "riddle", ""), (30, 18, 6, 4, 5, 4, 33))[0]:
            case "quiz":
                self._quiz(rng, tell)
            case "film":
                uid, ms = rng.choice(_FILMS), rng.randint(10_000, 300_000)
                tell(uid, "segment", {"item": uid, "watched_ms": ms, "finished": ms > 200_000}, ms)
            case "vote":
                number = min(40, 1 + int(rng.expovariate(1 / 10)))
                person, unit = self._worker(rng)
                told = {"entry": number, "voter": person, "day": "", "at": "", "monotonic": 0.0, "trusted": True}
                tell("contest/photos", "vote", told, 20_000, person=person, unit=unit)
            case "survey":
                answers = {f"q{n}": rng.randint(1, 5) for n in range(1, 8)}
                told = {"event": "answer", "edition": "e1", "lang": "zh", "answers": answers, "ms": 90_000}
                tell("survey/canteen", "survey", told, 90_000, once=f"survey:{self._device}:{visit}")
            case "lesson":
                person, unit = self._worker(rng)
                tell("lessons/helmet", "lesson", {"event": "start", "resumed": False, "edition": 1}, 1000)
                for step in range(1, 5):
                    told = {"event": "answer", "step": step, "prompt": f"第{step}步", "right": rng.random() < 0.8, "first": True}  # fmt: skip
                    tell("lessons/helmet", "lesson", told, 30_000, person=person, unit=unit)
                tell("lessons/helmet", "lesson", {"event": "finish", "ms": 120_000}, 1000)
            case "riddle":
                for n in range(rng.randint(2, 6)):
                    told = {"event": "try", "riddle": f"r{n}", "look": rng.choice(("lit", "lit", "missed")), "ms": 9000}
                    tell("riddles/lantern-fair", "riddle", told, 9000)
            case _:
                pass
        ended = {
            "seconds": (at - begins) // 1000 + 5,
            "ended": rng.choice(("idle", "idle", "home")),
            "pages": len(said),
        }
        said.append(_Said(at + 5000, visit, "", "visit", ended))
        return said

    def _quiz(self, rng: random.Random, tell: Callable[..., None]) -> None:
        uid, (person, unit) = rng.choice(_QUIZZES), self._worker(rng)
        score, round_id = 0, f"{rng.getrandbits(64):016x}"
        for n in range(10):
            question = rng.randint(1, 60)
            right = rng.random() < 0.4 + question / 120  # the first questions are the hardest
            score += right
            told = {"question": f"q{question}", "type": "single", "prompt": f"第{question}题", "choice": [n % 4], "typed": "",
                    "right": right, "ms": rng.randint(2000, 30_000), "timed_out": False, "seed": 1,
                    "mode": "practice", "round": round_id}  # fmt: skip
            tell(uid, "quiz", told, 12_000, person=person, unit=unit)
        told = {"result": True, "mode": "practice", "round": round_id, "score": score, "total": 10, "passed": score >= 6,
                "timed_out": 0, "ms": 120_000}  # fmt: skip
        tell(uid, "quiz", told, 500, person=person, unit=unit)

    def _worker(self, rng: random.Random) -> tuple[str, str]:
        """Somebody who says who they are: two thirds are of the workshop where the kiosk stands."""
        number = rng.randint(1, _WORKERS)
        unit = self._unit if number % 3 else UNITS[number // 3 % len(UNITS)]
        return hashlib.sha256(f"{self._device}/{number}".encode()).hexdigest()[:32], unit

    def _entry(self, one: _Said, midnight: datetime, boot: int) -> Entry:
        self._sequence += 1
        at = midnight + timedelta(milliseconds=one.ms)
        wrong = self._wrong and one.ms < 9 * 3_600_000
        return Entry(
            self._device, self._sequence, boot, at.replace(year=2000) if wrong else at, (one.ms - 7 * 3_600_000) / 1000,
            not wrong, one.visit, one.uid, one.kind, 1, one.payload, one.person, one.unit, one.once,
        )  # fmt: skip

    def _count(self, said: list[_Said], month: str) -> None:
        truth = self._truth
        truth.records += len(said)
        truth.month[month] += len(said)
        for one in said:
            truth.kinds[one.kind] += 1
            if one.unit:
                truth.units[one.unit] += 1
            if one.kind == "visit":
                truth.visit_seconds += one.payload["seconds"]
            elif one.kind == "quiz" and "question" in one.payload:
                truth.answered[one.payload["question"]] += 1
                truth.right[one.payload["question"]] += one.payload["right"]
            elif one.kind == "vote":
                truth.votes[str(one.payload["entry"])] += 1


def dump(truth: Truth) -> str:
    """The known answers as JSON."""
    return json.dumps(truth.as_json(), ensure_ascii=False, indent=1)
