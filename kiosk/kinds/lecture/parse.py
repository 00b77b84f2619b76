"""A lecture as its author writes it: front matter, a sentence or two, and one `##` heading for each step."""

from __future__ import annotations

import math
from collections import Counter

from kiosk.authoring import inline
from kiosk.authoring.source import split_front_matter
from kiosk.core.findings import Findings
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lecture import sections, values
from kiosk.kinds.lecture.model import MOST_STEPS, Lecture, Step
from kiosk.kinds.lecture.sections import Given, Section
from kiosk.kinds.lecture.steps import Reader

ABOUT = 400
MOST_MINUTES = 480
MINUTES_A_STEP = 2


def parse(source: ItemSource) -> Lecture | None:
    """The lecture of one language; None when there is none to hold. Every mistake goes into `source.findings`."""
    fields = source.fields
    lecturer = fields.text("lecturer", required=True, most=40)
    unit, occasion = fields.text("unit", most=40), fields.text("occasion", most=40)
    minutes = fields.number("minutes", 0, least=1, most=MOST_MINUTES)
    ground = values.GROUNDS.get(fields.choice("ground", tuple(values.GROUNDS)) or "", "blue")
    cut = sections.cut(source.body, source.body_line, source.file, source.findings)
    chinese = _chinese(source, cut.found)
    reader = Reader(source, ground)
    steps = tuple(
        step for section, first in zip(cut.found, chinese, strict=True) for step in reader.steps(section, first)
    )
    about = _about(source, cut.about)
    _count(source, len(cut.found), len(steps))
    for name, times in Counter(step.id for step in steps).items():
        if times > 1:
            source.findings.error(
                "same-id", source.file, source.body_line,
                Text(f"编号“{name}”用了 {times} 次。", f"The id “{name}” is used {times} times."),
                Text("每一步的编号不一样。", "Give each step its own."),
            )  # fmt: skip
    if not steps or any(f.file == source.file for f in source.findings.errors):
        return None
    return Lecture(lecturer, unit, _minutes(source, minutes, steps), steps, occasion, about)


def _chinese(source: ItemSource, found: list[Section]) -> list[Section]:
    """The Chinese section of each one: a translation repeats only words."""
    if source.lang == "zh":
        return found
    file = source.folder / "index.md"
    _, body, line = split_front_matter(file.read_text("utf-8-sig", errors="replace") if file.is_file() else "")
    first = sections.cut(body, line, "index.md", Findings()).found
    if len(first) != len(found):
        source.findings.error(
            "steps-differ", source.file, source.body_line,
            Text(f"中文有 {len(first)} 步，这里有 {len(found)} 步。", f"There are {len(first)} steps in Chinese, {len(found)} here."),
            Text("两种语言一步对一步。", "Both languages have the same steps."),
        )  # fmt: skip
        return found
    for section, other in zip(found, first, strict=True):
        for key, given in other.given.items():
            section.given.setdefault(key, Given(given.value, section.line))
        section.must = section.must or [Given(given.value, section.line) for given in other.must]
        if not any(map(str.strip, section.notes)):
            section.notes = other.notes
    return first


def _about(source: ItemSource, lines: list[str]) -> str:
    paragraphs = "\n".join(lines).strip().split("\n\n")
    about = "\n\n".join(filter(None, (inline.plain(" ".join(p.split("\n"))) for p in paragraphs)))
    if len(about) > ABOUT:
        source.findings.error(
            "too-long", source.file, source.body_line,
            Text(f"介绍有 {len(about)} 个字，最多 {ABOUT} 个。", f"The introduction has {len(about)} characters, at most {ABOUT}."),
            Text("请改短。", "Shorten it."),
        )  # fmt: skip
    return about


def _count(source: ItemSource, written: int, steps: int) -> None:
    if not written:
        source.findings.error(
            "no-steps", source.file, source.body_line, Text("这一讲没有步骤。", "This lecture has no steps."),
            Text("每一步写一个“## 标题”。", "Write a “## title” for each step."),
        )  # fmt: skip
    if steps > MOST_STEPS:
        source.findings.error(
            "too-many-steps", source.file, source.body_line,
            Text(f"这一讲有 {steps} 步，最多 {MOST_STEPS} 步。", f"This lecture has {steps} steps, at most {MOST_STEPS}."),
            Text("分成几讲。", "Make several lectures of it."),
        )  # fmt: skip


def _minutes(source: ItemSource, given: int, steps: tuple[Step, ...]) -> int:
    """Minutes of the whole: what the author says, else the sum of the steps, else an estimate."""
    planned = sum(step.minutes for step in steps)
    if given and math.ceil(planned) > given:
        source.findings.warn(
            "plan-over", source.file, source.fields.line("minutes"),
            Text(f"各步加起来 {planned:g} 分钟，一共只有 {given} 分钟。", f"The steps add up to {planned:g} minutes, of {given} in all."),
            Text("改 minutes，或者把几步改短。", "Change `minutes`, or plan less for some steps."),
        )  # fmt: skip
    if not given and not planned:
        source.findings.warn(
            "no-plan", source.file, source.fields.line("minutes"),
            Text("没有写用几分钟，讲的时候没法提醒。", "No minutes are planned: nothing can warn the speaker."),
            Text("开头写 minutes，每一步下面也写 minutes。", "Give `minutes` at the top and under each heading."),
        )  # fmt: skip
    return given or min(MOST_MINUTES, math.ceil(planned) or MINUTES_A_STEP * len(steps))
