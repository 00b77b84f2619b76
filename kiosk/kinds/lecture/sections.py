"""Cutting the text of a lecture into its steps: a `##` heading, a few “key: value” lines under it, and what is shown.

Nothing is judged here but the cutting. What belongs to the body, to the notes and to the must-say list is handed on with
blank lines in place of everything else, so that every line keeps its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kiosk.authoring import lines
from kiosk.core.findings import Findings
from kiosk.core.text import Text

KEYS = {
    "id": "编号", "layout": "版式", "ground": "底色", "minutes": "分钟", "line": "一句话", "must": "必讲", "picture": "图片",
    "page": "页", "story": "故事", "segment": "节目", "film": "片子", "from": "从", "to": "到", "quiz": "答题", "count": "题数",
    "poll": "举手", "riddle": "灯谜", "suggestion": "建议", "signin": "签到",
}  # fmt: skip
"""What can stand under a heading; the Chinese word means the same."""
_BY_NAME = {**{key: key for key in KEYS}, **{zh: key for key, zh in KEYS.items()}}
_GIVEN = re.compile(r"^\s*([A-Za-z][A-Za-z_-]*|[\u4e00-\u9fff]{1,3})\s*[:：]\s*(.*?)\s*$")
_NOTES = ("notes", "备注", "讲稿")
_MUST = ("must", "必讲")


@dataclass(frozen=True, slots=True)
class Given:
    """What the author wrote after a key, and where."""

    value: str
    line: int


@dataclass(slots=True)
class Section:
    """One step as it is written.

    Args:
        title: of the heading.
        line: of the heading.
        given: by key.
        must: sentences that must be said.
        body, aside, notes: lines from the one under the heading on, blank where they belong to something else.
        parted: a rule stands in the body: `aside` is a second column.
    """

    title: str
    line: int
    given: dict[str, Given] = field(default_factory=dict)
    must: list[Given] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    parted: bool = False


@dataclass(slots=True)
class Sections:
    """A lecture as it is written: the words before the first step, and the steps."""

    about: list[str] = field(default_factory=list)
    found: list[Section] = field(default_factory=list)


def cut(body: str, first_line: int, file: str, findings: Findings) -> Sections:
    """Cut the body; mistakes of the cutting go to `findings`."""
    cutter = _Cutter(file, findings)
    for number, line in enumerate(body.split("\n"), first_line):
        cutter.line(line, number)
    cutter.end()
    return cutter.result


@dataclass(slots=True)
class _Cutter:
    file: str
    findings: Findings
    result: Sections = field(default_factory=Sections)
    fence: str = ""
    opened: int = 0
    heading: bool = False  # still under the heading: keys may come
    close: bool = False  # nothing but keys since the heading: a word that is no key is a mistake
    rule: int = 0  # line of a rule that parts the columns if more follows

    def line(self, line: str, number: int) -> None:
        """Sort one line."""
        match = lines.HEADING.match(line)
        if match and len(match[1]) <= 2:
            self._heading(match[1], match[2], number)
        elif not self.result.found:
            self.result.about.append(line)
        else:
            self._inside(self.result.found[-1], line, number)

    def end(self) -> None:
        """Nothing more comes for this step."""
        if self.fence:
            self._error(
                "unclosed-block", self.opened, Text("“:::”块没有结束。", "The “:::” block is not closed."),
                Text("在块后面单独写一行 :::。", "Write a line with ::: after it."),
            )  # fmt: skip
        self.fence, self.rule = "", 0

    def _heading(self, marks: str, title: str, number: int) -> None:
        self.end()
        if marks == "#":
            self._error(
                "bad-heading", number, Text("每一步用两个 # 开头。", "A step begins with two #."),
                Text(f"写成“## {title}”；讲题写在 title 里。", f"Write “## {title}”; the lecture's name is `title`."),
            )  # fmt: skip
        self.result.found.append(Section(title, number))
        self.heading = self.close = True

    def _inside(self, step: Section, line: str, number: int) -> None:
        body, aside, notes = "", "", ""
        fence = lines.FENCE.match(line)
        if self.fence in _NOTES and not fence:
            notes = line
        elif self.fence in _MUST and not fence:
            self._must(step, line, number)
        elif fence:
            body = self._fenced(step, fence[1], line, number)
        elif self.fence:
            body = line
        elif self.heading and (not line.strip() or self._given(step, line, number)):
            self.close = self.close and bool(line.strip())
        elif lines.RULE.match(line):
            self._ruled(step, number)
        else:
            self.heading = False
            body = line
            if line.strip():
                self._after_rule(step)
        if step.parted:
            body, aside = "", body
        step.body.append(body)
        step.aside.append(aside)
        step.notes.append(notes)

    def _fenced(self, step: Section, name: str, line: str, number: int) -> str:
        """A `:::` line; what of it belongs to the body."""
        self.heading = False
        if self.fence and not name:
            was, self.fence = self.fence, ""
            return "" if was in (*_NOTES, *_MUST) else line
        self.end_of_fence()
        word = name.partition(" ")[0] or "?"
        self.fence, self.opened = word, number
        if word in (*_NOTES, *_MUST):
            return ""
        self._after_rule(step)
        return line

    def end_of_fence(self) -> None:
        """Another block opens while one is still open."""
        rule = self.rule
        self.end()
        self.rule = rule

    def _ruled(self, step: Section, number: int) -> None:
        """A rule in the middle parts two columns; one before the next heading is only an ornament."""
        self.heading = False
        if any(text.strip() for text in step.body):
            self.rule = number

    def _after_rule(self, step: Section) -> None:
        """Something is shown: a rule before it parts the columns."""
        if self.rule and step.parted:
            self._error(
                "three-columns", self.rule, Text("一页最多分成左右两栏。", "A slide has at most two columns."),
                Text("删掉这一行，或者另起一步。", "Remove this line, or begin another step."),
            )  # fmt: skip
        step.parted = step.parted or self.rule > 0
        self.rule = 0

    def _given(self, step: Section, line: str, number: int) -> bool:
        """Whether the line is a key under the heading; an English word that is no key is a mistake."""
        match = _GIVEN.match(line)
        if match is None:
            return False
        key = _BY_NAME.get(match[1].lower())
        if key is None:
            if self.close and match[1].isascii() and not match[2].startswith("//"):
                self._error(
                    "unknown-field", number, Text(f"不认识的“{match[1]}”。", f"Unknown field “{match[1]}”."),
                    Text(f"可用：{'、'.join(KEYS)}。", f"Known: {', '.join(KEYS)}."),
                )  # fmt: skip
                return True
            return False
        if key == "must":
            self._must(step, match[2], number)
        elif key in step.given:
            self._error(
                "twice", number, Text(f"这一步写了两次“{match[1]}”。", f"“{match[1]}” is given twice."),
                Text("只留一个。", "Keep one."),
            )  # fmt: skip
        else:
            step.given[key] = Given(match[2], number)
        return True

    def _must(self, step: Section, line: str, number: int) -> None:
        bullet = lines.BULLET.match(line) or lines.NUMBER.match(line)
        said = (bullet[1] if bullet else line).strip()
        if said:
            step.must.append(Given(said, number))

    def _error(self, code: str, number: int, message: Text, hint: Text) -> None:
        self.findings.error(code, self.file, number, message, hint)
