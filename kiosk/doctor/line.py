"""One thing the doctor looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.text import Lang, Text
from kiosk.health.finding import LEVELS, NOTHING, Finding, Level

MARKS: dict[Level, Text] = {
    "ok": Text("好", "ok"),
    "off": Text("停用", "off"),
    "look": Text("看看", "look"),
    "bad": Text("坏了", "bad"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What was found.

    Args:
        part: stable name of what was looked at (`fonts`).
        code: stable machine name of what was found, upper case.
        level: `ok`, `off`, `look` (somebody should look at it) or `bad` (it does not work).
        message: one sentence.
        hint: what to do; empty when there is nothing to do.
    """

    part: str
    code: str
    level: Level
    message: Text
    hint: Text = NOTHING

    def say(self, lang: Lang) -> str:
        """Message and hint in one line."""
        return f"{self.message(lang)} {self.hint(lang)}".strip()

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "part": self.part,
            "code": self.code,
            "level": self.level,
            "message": {"zh": self.message.zh, "en": self.message.en},
            "hint": {"zh": self.hint.zh, "en": self.hint.en},
        }


def ok(part: str, zh: str, en: str) -> Line:
    """It is as it should be."""
    return Line(part, f"{part.upper()}_OK", "ok", Text(zh, en))


def of_error(part: str, error: KioskError, level: Level = "bad") -> Line:
    """What an error of the product says."""
    return Line(part, error.code, level, error.message, error.hint)


def of_finding(part: str, finding: Finding) -> Line:
    """What a probe of the running kiosk says."""
    return Line(part, finding.code, finding.level, finding.message, finding.hint)


def worst(lines: Iterable[Line]) -> Level:
    """The worst level; `ok` for none."""
    return max((line.level for line in lines), key=LEVELS.index, default="ok")
