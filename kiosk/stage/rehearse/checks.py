"""What can be seen of a lecture without playing it: pictures, pages, links, glyphs, long text, time. Runs on a lane."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImageReader

from kiosk.authoring import pdf
from kiosk.authoring.glyphs import READING, TITLES, missing_from
from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.kinds.lecture.model import Lecture, Step
from kiosk.stage.lacks import lacking
from kiosk.stage.load import Loaded
from kiosk.stage.plan import planned
from kiosk.stage.rehearse.model import Finding, Rehearsal, Row
from kiosk.stage.slides import paragraphs, slide

OVER, UNDER = 1.1, 0.75
"""Shares of the lecture's minutes between which its steps should add up."""
PAGE = (960, 540)


def look(loaded: Loaded, tag: str = "") -> Rehearsal:
    """Everything but the media."""
    lecture = loaded.lecture
    plan = planned(tuple(s.minutes for s in lecture.steps), lecture.minutes)
    rows = tuple(
        Row(s.id, n, s.title, s.kind, due, tuple(_step(s, loaded, tag)))
        for n, (s, due) in enumerate(zip(lecture.steps, plan.steps, strict=True), 1)
    )
    return Rehearsal(loaded.uid, loaded.title, plan.whole, rows, tuple(_time(lecture)))


def _step(step: Step, loaded: Loaded, tag: str) -> Iterator[Finding]:
    made = slide(step, loaded.lecture, loaded.files, loaded.linked.get(step.id), tag)
    missing = lacking(step, made, loaded)
    if missing is not None:
        yield Finding(missing[0], "bad", missing[1])
    elif step.item and step.id not in loaded.linked:
        yield Finding("link", "note", Text(f"这台机器上没有 {step.item}", f"Not on this machine: {step.item}"))
    yield from _pictures(step, made)
    if made["design"] == "page":
        yield from _page(step, made)
    yield from _glyphs(step, made)


def _pictures(step: Step, made: Mapping[str, Any]) -> Iterator[Finding]:
    own = Path(step.picture.src).name if step.picture else step.title
    for path, name in ((made.get("source"), own), (made.get("poster"), step.item)):
        if path and QImageReader(str(path)).read().isNull():
            yield _bad("picture", f"图片打不开：{name}", f"Picture cannot be read: {name}")


def _page(step: Step, made: Mapping[str, Any]) -> Iterator[Finding]:
    name = Path(step.file).name
    try:
        pdf.render(Path(made["file"]), made["page"], *PAGE, name)
        count = pdf.count(Path(made["file"]), name)
    except KioskError as error:
        yield Finding("page", "bad", Text(error.message("zh"), error.message("en")))
        return
    if count > pdf.MOST_PAGES:
        yield Finding(
            "page",
            "note",
            Text(f"文稿有 {count} 页，一讲放不下这么多", f"The PDF has {count} pages: too many for one lecture"),
        )


def _glyphs(step: Step, made: Mapping[str, Any]) -> Iterator[Finding]:
    shown = [step.title, step.display, step.line, str(made.get("foot", "")), *(step.must_say)]
    for blocks in (step.body, step.aside, step.notes):
        shown += [text for _, text in paragraphs(blocks)]
    if step.poll:
        shown += [step.poll.question, *step.poll.options]
    titles = missing_from(step.display or step.title, TITLES)
    missing = tuple(dict.fromkeys((*titles, *missing_from("".join(shown), READING))))
    if missing:
        words = " ".join(missing[:8])
        yield _bad("glyphs", f"字体里没有：{words}", f"Not in the fonts: {words}")


def _time(lecture: Lecture) -> Iterator[Finding]:
    given, open_ = math.fsum(s.minutes for s in lecture.steps), sum(1 for s in lecture.steps if s.minutes <= 0)
    zh, en = (
        f"各步加起来 {given:g} 分钟，计划 {lecture.minutes} 分钟",
        f"Steps add up to {given:g} min of {lecture.minutes}",
    )
    if given > lecture.minutes * OVER:
        yield _bad("time", zh, en)
    elif not open_ and given < lecture.minutes * UNDER:
        yield Finding("time", "note", Text(zh, en))
    else:
        yield Finding("time", "good", Text(zh, en))


def _bad(code: str, zh: str, en: str) -> Finding:
    return Finding(code, "bad", Text(zh, en))
