"""What is known about one part of the machine: a frozen value that a page, a command or a log can say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from kiosk.core.text import Lang, Text

Level: TypeAlias = Literal["ok", "off", "look", "bad"]
Area: TypeAlias = Literal["run", "clock", "storage", "records", "screen", "sound"]

LEVELS: tuple[Level, ...] = ("ok", "off", "look", "bad")
"""From good to bad. `off`: not there, or switched off on purpose."""
AREAS: tuple[Area, ...] = ("run", "storage", "clock", "records", "screen", "sound")
"""In the order people read them."""
AREA_NAMES: dict[Area, Text] = {
    "run": Text("运行", "Running"),
    "storage": Text("存储", "Storage"),
    "clock": Text("时钟", "Clock"),
    "records": Text("记录", "Records"),
    "screen": Text("屏幕", "Screen"),
    "sound": Text("声音", "Sound"),
}

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found.

    Args:
        code: stable machine name, upper case (`CLOCK_BACKWARDS`).
        area: the part of the machine.
        level: `ok`, `off`, `look` (somebody should look at it) or `bad` (it does not work).
        message: what was found, one sentence.
        hint: what to do; empty when there is nothing to do.
    """

    code: str
    area: Area
    level: Level
    message: Text
    hint: Text = NOTHING

    def row(self, lang: Lang) -> dict[str, Any]:
        """Plain data for a page: `code`, `area`, `areaText`, `level`, `message`, `hint`."""
        return {
            "code": self.code,
            "area": self.area,
            "areaText": AREA_NAMES[self.area](lang),
            "level": self.level,
            "message": self.message(lang),
            "hint": self.hint(lang),
        }


def worst(found: Iterable[Finding]) -> Level:
    """The worst level among findings; `ok` when there are none."""
    return max((f.level for f in found), key=LEVELS.index, default="ok")


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first, then by area."""
    return tuple(sorted(found, key=lambda f: (-LEVELS.index(f.level), AREAS.index(f.area), f.code)))
