"""A step of a lesson as it is written, and what becomes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kiosk.authoring import paths
from kiosk.authoring.cache import default_cache
from kiosk.authoring.pictures import PictureError, inline_picture
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.lesson.mistakes import MOST, mistake, too_long
from kiosk.kinds.lesson.model import (
    LEAST_OPTIONS,
    MOST_OPTIONS,
    Film,
    Picture,
    Question,
    Step,
)

JUDGE = ({"对", "错"}, {"right", "wrong"}, {"true", "false"})
_ITEM_PICTURE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\(\s*(?P<src>[^\s)]*)\s*\)\s*$")


@dataclass(slots=True)
class Asked:
    """A question as it is written."""

    line: int
    prompt: list[str]
    options: list[tuple[int, str, bool]] = field(default_factory=list)  # line, words, ticked
    order: list[tuple[int, str]] = field(default_factory=list)  # line, what the number stands before
    why: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A step as it is written."""

    line: int
    word: str
    said: list[str] = field(default_factory=list)
    picture: Picture | None = None
    film: Film | None = None
    segment: str = ""
    asked: Asked | None = None


def own_picture(source: ItemSource, name: str, alt: str, n: int) -> Picture | None:
    """Re-encode a picture and put it into the pack; None after noting why it cannot be used."""
    if not alt:
        source.findings.warn(
            "no-alt", source.file, n, Text("图片没有说明，看不见的人不知道画了什么。", "The picture has no words."),
            Text("写在方括号里：![图里有什么](文件名)。", "Write them in the brackets: ![what it shows](file)."),
        )  # fmt: skip
    path = paths.own_file(source.folder, name, source.file, n, source.findings)
    if path is None:
        return None
    try:
        made = inline_picture(path, source.cache or default_cache())
    except PictureError as error:
        source.findings.error(error.code, source.file, n, error.message, error.hint)
        return None
    packed = source.path(f"pictures/{name.rpartition('.')[0].replace('/', '-')}{made.file.suffix}")
    packed = source.media.setdefault(str(made.file), packed)
    return Picture(packed, alt, made.width, made.height)


def step_of(source: ItemSource, draft: Draft) -> Step | None:
    """What became of a step; None after noting what is missing."""
    most = MOST[source.lang]
    question = question_of(source, draft.asked) if draft.asked else None
    if not draft.said:
        mistake(
            source, "no-text", draft.line, Text(f"“{draft.word}”这一步没有正文。", f"The step “{draft.word}” has no text."),
            Text("至少写一句要记住的话。", "Write at least the sentence to remember."),
        )  # fmt: skip
        return None
    key, more = draft.said[0].replace("\\n", "\n"), tuple(draft.said[1:])
    if len(key) > most["key"]:
        too_long(source, draft.line, "第一段", "first paragraph", len(key), most["key"])
    if (long := sum(map(len, more))) > most["more"]:
        too_long(source, draft.line, "正文", "text", long, most["more"])
    return Step(draft.word, key, more, draft.picture, draft.film, draft.segment, question)


def question_of(source: ItemSource, asked: Asked) -> Question | None:
    """What became of a question; None after noting what is missing."""
    most = MOST[source.lang]
    joint = "\n" if source.lang == "zh" else " "
    prompt = joint.join(asked.prompt).replace("\\n", joint)
    if len(prompt) > most["prompt"]:
        too_long(source, asked.line, "题目", "question", len(prompt), most["prompt"])
    why = "".join(asked.why) if source.lang == "zh" else " ".join(asked.why)
    if len(why) > most["why"]:
        too_long(source, asked.line, "解释", "explanation", len(why), most["why"])
    if asked.order and asked.options:
        mistake(
            source, "mixed-question", asked.line, Text("一道题里又有方框又有编号。", "It has both boxes and numbers."),
            Text("选择题用“- [ ]”，排序题用“1.”。", "Use “- [ ]” for a choice and “1.” for an order."),
        )  # fmt: skip
        return None
    return _order(source, asked, prompt, why) if asked.order else _choice(source, asked, prompt, why)


def _choice(source: ItemSource, asked: Asked, prompt: str, why: str) -> Question | None:
    words = [words for _, words, _ in asked.options]
    ticked = [i for i, (_, _, right) in enumerate(asked.options) if right]
    sound = _options(source, asked.line, words)
    for n, said, _ in asked.options:
        if len(said) > MOST[source.lang]["option"]:
            too_long(source, n, "选项", "option", len(said), MOST[source.lang]["option"])
    if len(ticked) != 1 and words:
        mistake(
            source, "no-right-answer" if not ticked else "many-right-answers", asked.line,
            Text(f"“{prompt}”有 {len(ticked)} 个对的选项。", f"“{prompt}” has {len(ticked)} right answers."),
            Text("恰好一个选项写成“- [x] …”。", "Mark exactly one option as “- [x] …”."),
        )  # fmt: skip
        return None
    if not sound:
        return None
    if {w.lower() for w in words} in JUDGE:
        words = sorted(words, key=lambda w: w.lower() not in ("对", "right", "true"))
        right = words.index(asked.options[ticked[0]][1])
        return Question("judge", prompt, tuple(words), right, why)
    return Question("single", prompt, tuple(words), ticked[0], why)


def _order(source: ItemSource, asked: Asked, prompt: str, why: str) -> Question | None:
    found: list[tuple[str, Picture]] = []
    whole = True
    for n, said in asked.order:
        match = _ITEM_PICTURE.match(said)
        if match is None:
            mistake(
                source, "no-picture", n, Text("排序的每一项要是一张图。", "Each entry to be ordered must be a picture."),
                Text("写成“1. ![图里有什么](文件名)”。", "Write “1. ![what it shows](file)”."),
            )  # fmt: skip
            whole = False
            continue
        alt = match["alt"].strip()
        if len(alt) > MOST[source.lang]["shown"]:
            too_long(source, n, "图的说明", "words of the picture", len(alt), MOST[source.lang]["shown"])
        picture = own_picture(source, match["src"], alt, n)
        if picture:
            found.append((alt, picture))
    if not _options(source, asked.line, [alt for alt, _ in found]) or not whole or len(found) != len(asked.order):
        return None
    return Question("order", prompt, tuple(a for a, _ in found), 0, why, tuple(p for _, p in found))


def _options(source: ItemSource, line: int, words: list[str]) -> bool:
    if not LEAST_OPTIONS <= len(words) <= MOST_OPTIONS:
        mistake(
            source, "bad-options", line, Text(f"题目有 {len(words)} 个选项。", f"The question has {len(words)} options."),
            Text(f"写 {LEAST_OPTIONS} 到 {MOST_OPTIONS} 个。", f"Give {LEAST_OPTIONS} to {MOST_OPTIONS}."),
        )  # fmt: skip
        return False
    if len(set(words)) != len(words) or not all(words):
        mistake(
            source, "same-options", line, Text("有两个选项一样，或者是空的。", "Two options are the same, or one is empty."),
            Text("每个选项写得不一样。", "Make them different."),
        )  # fmt: skip
        return False
    return True
