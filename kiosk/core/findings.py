"""What `kiosk pack check` finds: every mistake of a folder at once, each with its place and its cure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.core.text import Lang, Text

Level: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake in a pack source.

    Args:
        level: an `error` stops the build, a `warning` does not.
        code: stable machine name, lower case with dashes (`missing-field`).
        file: path inside the pack source, with `/`.
        place: line (`"12"`), spreadsheet cell (`"D7"`) or empty.
        message: what is wrong.
        hint: what to do.
    """

    level: Level
    code: str
    file: str
    place: str
    message: Text
    hint: Text

    def say(self, lang: Lang) -> str:
        """`file:place: message hint` on one line."""
        where = f"{self.file}:{self.place}" if self.place else self.file
        return f"{where}: {self.message(lang)} {self.hint(lang)}".strip()


@dataclass(slots=True)
class Findings:
    """A collector that parsers write into instead of stopping at the first mistake."""

    found: list[Finding] = field(default_factory=list)

    def error(self, code: str, file: str, place: str | int, message: Text, hint: Text) -> None:
        """Note a mistake that must be mended before the pack can be built."""
        self.found.append(Finding("error", code, file, str(place), message, hint))

    def warn(self, code: str, file: str, place: str | int, message: Text, hint: Text) -> None:
        """Note something the author should know; the pack can still be built."""
        self.found.append(Finding("warning", code, file, str(place), message, hint))

    @property
    def errors(self) -> list[Finding]:
        """Only what stops the build."""
        return [f for f in self.found if f.level == "error"]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)
