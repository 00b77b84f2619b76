"""What a rehearsal found. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from kiosk.core.text import Lang, Text

Level: TypeAlias = Literal["good", "note", "bad"]
_RANK: dict[Level, int] = {"good": 0, "note": 1, "bad": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Args:
        code: names the check: `picture`, `page`, `link`, `glyphs`, `text`, `medium`, `loudness`, `time`.
        level: `note` does not stop the lecture, `bad` shows a placeholder or nothing.
        words: for the speaker.
    """

    code: str
    level: Level
    words: Text


@dataclass(frozen=True, slots=True)
class Row:
    """A step and what was found.

    Args:
        planned: seconds.
        spent: seconds at the last practice; None without one.
    """

    id: str
    number: int
    title: str
    kind: str
    planned: float
    findings: tuple[Finding, ...] = ()
    spent: float | None = None

    @property
    def level(self) -> Level:
        """The worst of its findings."""
        return max((f.level for f in self.findings), key=_RANK.__getitem__, default="good")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The whole sheet.

    Args:
        whole: planned seconds of the lecture.
        rows: a step each.
        findings: of the lecture itself.
    """

    uid: str
    title: str
    whole: float
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def bad(self) -> int:
        """How many steps or things of the whole would go wrong."""
        return sum(row.level == "bad" for row in self.rows) + sum(f.level == "bad" for f in self.findings)

    @property
    def green(self) -> bool:
        """Nothing would go wrong."""
        return self.bad == 0

    def adding(self, step: str, *findings: Finding) -> Rehearsal:
        """With more findings of a step."""
        return replace(
            self, rows=tuple(replace(r, findings=(*r.findings, *findings)) if r.id == step else r for r in self.rows)
        )

    def practised(self, spent: dict[str, float]) -> Rehearsal:
        """With the times of a practice, by step id."""
        return replace(self, rows=tuple(replace(row, spent=spent.get(row.id)) for row in self.rows))


def headline(sheet: Rehearsal) -> Text:
    """The result in a line."""
    if sheet.green:
        return Text(f"{len(sheet.rows)} 步都能讲", f"All {len(sheet.rows)} steps will do")
    return Text(f"{sheet.bad} 处要改", f"To mend: {sheet.bad}")


def as_json(sheet: Rehearsal, lang: Lang) -> dict[str, Any]:
    """For a program."""

    def found(finding: Finding) -> dict[str, str]:
        return {"code": finding.code, "level": finding.level, "words": finding.words(lang)}

    return {
        "lecture": sheet.uid, "title": sheet.title, "green": sheet.green, "bad": sheet.bad, "planned": sheet.whole,
        "findings": [found(f) for f in sheet.findings],
        "steps": [
            {
                "id": r.id, "number": r.number, "title": r.title, "kind": r.kind, "planned": r.planned, "spent": r.spent,
                "level": r.level, "findings": [found(f) for f in r.findings],
            }
            for r in sheet.rows
        ],
    }  # fmt: skip
