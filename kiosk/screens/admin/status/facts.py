"""What the status page says, decided from what is known. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

ALWAYS = ("content", "storage", "sound", "touch", "run", "network")
"""Rows that are always there, in this order; others come in between when they are worth a look."""
ORDER = ("content", "storage", "records", "sound", "screen", "touch", "run", "clock", "network")
ROOMS: Mapping[str, str] = {
    "content": "sync",
    "storage": "sync",
    "sound": "selftest",
    "screen": "selftest",
    "touch": "selftest",
    "network": "network",
    "run": "logs",
    "records": "logs",
    "clock": "settings",
}
"""Where something is done about it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. `level` as the probes have it: `ok`, `off`, `look`, `bad`; `none` = nobody has looked yet."""

    area: str
    name: str
    what: str
    level: str
    hint: str = ""

    @property
    def wrong(self) -> bool:
        """Somebody should look at it."""
        return self.level in ("look", "bad")


def from_probes(findings: Iterable[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """The worst finding of each area; they come worst first."""
    made: dict[str, Fact] = {}
    for f in findings:
        made.setdefault(f["area"], Fact(f["area"], f["areaText"], f["message"], f["level"], f["hint"]))
    return tuple(made.values())


def in_rows(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The rows of the page."""
    known = {f.area: f for f in facts}
    return tuple(known[a] for a in ORDER if a in known and (a in ALWAYS or known[a].wrong))


def pressing(rows: Iterable[Fact]) -> Fact | None:
    """The one thing to be told first: what does not work before what should be looked at."""
    wrong = [f for f in rows if f.wrong]
    return next((f for f in wrong if f.level == "bad"), wrong[0] if wrong else None)
