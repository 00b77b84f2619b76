"""A lesson as its author writes it: front matter, a sentence or two, and one `##` heading for each step."""

from __future__ import annotations

import math
import re

from kiosk.authoring import inline
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lesson.body import Body
from kiosk.kinds.lesson.mistakes import too_long, unknown
from kiosk.kinds.lesson.model import (
    LEAST_MINUTES,
    LEAST_STEPS,
    MOST_MINUTES,
    MOST_STEPS,
    Lesson,
    Step,
)
from kiosk.kinds.lesson.stepparse import step_of

ABOUT = 300
CHARACTERS_A_SECOND = 4.2
WORDS_A_SECOND = 2.8
SECONDS_A_QUESTION = 20


def parse(source: ItemSource) -> Lesson | None:
    """The lesson of one language; None when there is none to take. Every mistake goes into `source.findings`."""
    fields = source.fields
    edition = fields.number("edition", 1, least=1, most=999)
    given = fields.number("minutes", 0, least=LEAST_MINUTES, most=MOST_MINUTES)
    reads = fields.texts("reads")
    for link in reads:
        if not source.knows(link):
            unknown(source, fields.line("reads"), link)
    body = Body(source)
    body.read()
    steps = tuple(filter(None, (step_of(source, draft) for draft in body.drafts)))
    _count(source, len(body.drafts))
    about = inline.plain(" ".join(body.about).strip())
    if len(about) > ABOUT:
        too_long(source, source.body_line, "介绍", "introduction", len(about), ABOUT)
    if not steps or any(f.file == source.file for f in source.findings.errors):
        return None
    return Lesson(edition, _minutes(source, given, steps), steps[:MOST_STEPS], about, reads)


def _count(source: ItemSource, steps: int) -> None:
    if not LEAST_STEPS <= steps <= MOST_STEPS:
        source.findings.error(
            "bad-steps", source.file, source.body_line,
            Text(f"这一课有 {steps} 步。", f"This lesson has {steps} steps."),
            Text(f"用“## 步骤名”分成 {LEAST_STEPS} 到 {MOST_STEPS} 步。", f"Make {LEAST_STEPS} to {MOST_STEPS}: “## name”."),
        )  # fmt: skip
    if source.lang == "zh":
        return
    chinese = source.folder / "index.md"
    body = chinese.read_text("utf-8-sig", errors="replace") if chinese.is_file() else ""
    there = sum(1 for line in body.split("\n") if line.startswith("## "))
    if there and there != steps:
        source.findings.error(
            "steps-differ", source.file, source.body_line,
            Text(f"中文有 {there} 步，这里有 {steps} 步。", f"There are {there} steps in Chinese and {steps} here."),
            Text("两种语言一步对一步。", "Both languages have the same steps."),
        )  # fmt: skip


def _minutes(source: ItemSource, given: int, steps: tuple[Step, ...]) -> int:
    """Minutes it takes: what the author says, or an estimate; a lesson over ten minutes is a mistake."""
    words = "".join("".join((s.key, *s.more, s.question.why if s.question else "")) for s in steps)
    east = len(re.findall(r"[\u3400-\u9fff]", words))
    west = len(re.findall(r"[A-Za-z0-9]+", words))
    seconds = east / CHARACTERS_A_SECOND + west / WORDS_A_SECOND
    seconds += SECONDS_A_QUESTION * sum(s.question is not None for s in steps)
    seconds += sum(s.film.ms for s in steps if s.film) / 1000
    minutes = math.ceil(seconds / 60)
    if minutes > MOST_MINUTES:
        source.findings.error(
            "too-long-lesson", source.file, source.fields.line("minutes"),
            Text(f"这一课要 {minutes} 分钟，最多 {MOST_MINUTES} 分钟。", f"It takes {minutes} minutes, at most {MOST_MINUTES}."),
            Text("拆成两课，或者换短一点的片子。", "Make two lessons of it, or use a shorter film."),
        )  # fmt: skip
    elif given and minutes > given:
        source.findings.warn(
            "longer-than-said", source.file, source.fields.line("minutes"),
            Text(f"写的是 {given} 分钟，估计要 {minutes} 分钟。", f"It says {given} minutes; {minutes} are more likely."),
            Text("改 minutes，或者删短。", "Change minutes, or shorten it."),
        )  # fmt: skip
    return given or min(MOST_MINUTES, max(LEAST_MINUTES, minutes))
