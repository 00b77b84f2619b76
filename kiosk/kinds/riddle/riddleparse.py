"""The riddles of the Chinese file, each with all its mistakes."""

from __future__ import annotations

from kiosk.authoring import glyphs
from kiosk.core.findings import Findings
from kiosk.core.source import Fields, ItemSource
from kiosk.core.text import Text
from kiosk.kinds.riddle import bank, compare
from kiosk.kinds.riddle.model import MOST_RIDDLES, OTHERS, Riddle, RiddleSet, riddle_id
from kiosk.kinds.riddle.written import MOST, known, length, words

MOST_HINTS = 3


def riddles_of(source: ItemSource, name: str, sets: tuple[RiddleSet, ...], findings: Findings) -> tuple[Riddle, ...]:
    """All riddles of the Chinese file without a mistake."""
    file = source.beside(name)
    found: dict[str, Riddle] = {}
    counts: dict[str, int] = {}
    for fields in bank.read(source.folder / name, file, findings):
        riddle = _riddle(source, fields, sets, findings)
        if riddle is None:
            continue
        if riddle.id in found:
            fields.error(
                "same-riddle",
                "riddle",
                Text(f"这则灯谜前面已经有了：{riddle.face}", f"This riddle is there already: {riddle.face}"),
                Text("删掉一则。", "Delete one of them."),
            )
            continue
        found[riddle.id] = riddle
        counts[riddle.set] = counts.get(riddle.set, 0) + 1
        if counts[riddle.set] == MOST_RIDDLES + 1:
            fields.error(
                "too-many",
                "riddle",
                Text(f"一组最多 {MOST_RIDDLES} 则。", f"A set holds at most {MOST_RIDDLES} riddles."),
                Text("分成两组。", "Make two sets."),
            )
    return tuple(found.values())


def _riddle(source: ItemSource, fields: Fields, sets: tuple[RiddleSet, ...], findings: Findings) -> Riddle | None:
    before = len(findings.errors)
    most = MOST["zh"]
    face = words(fields, "riddle", most, required=True)
    aim = words(fields, "aim", most, required=True)
    answer = words(fields, "answer", most, required=True)
    others, hints = fields.texts("others"), fields.texts("hint")
    how = words(fields, "how", most)
    made = Riddle if len(findings.errors) == before else None
    form, origin = words(fields, "form", most), words(fields, "source", most)
    accept, read = fields.texts("accept"), fields.text("read", most=100)
    key = _set(fields, sets)
    _check_others(fields, answer, others)
    _check_hints(fields, hints, answer, most["hint"])
    if read:
        known(source, fields, "read", read)
    if not how and answer:
        fields.findings.warn(
            "missing-explanation",
            fields.file,
            fields.line("how"),
            Text("没有写解谜 how。", "`how` is missing."),
            Text(
                "猜中和没猜中的人都想知道妙在哪里：写一两句。",
                "Everybody wants to know how it works: write a sentence or two.",
            ),
        )
    fields.finish()
    glyphs.warn_of_large(fields, "riddle", face + answer + "".join(others))
    if made is None or len(findings.errors) != before:
        return None
    return made(riddle_id(face, answer), face, aim, answer, others, accept, hints, how, form, origin, read, key)


def _set(fields: Fields, sets: tuple[RiddleSet, ...]) -> str:
    said = fields.text("set", most=30)
    keys = [s.key for s in sets]
    if said in keys:
        return said
    if not said and len(sets) == 1:
        return keys[0]
    known = "、".join(filter(None, keys))
    fields.error(
        "unknown-set",
        "set",
        Text(f"没有“{said}”这一组。", f"There is no set “{said}”.")
        if said
        else Text("没有写在哪一组。", "`set` is missing."),
        Text(f"可用：{known}；分组写在 index.md 的 sets 里。", f"Known: {known}; sets are written in index.md.")
        if known
        else Text("先在 index.md 里写 sets，或删掉这一行。", "Write `sets` in index.md first, or delete this line."),
    )
    return keys[0]


def _check_others(fields: Fields, answer: str, others: tuple[str, ...]) -> None:
    if len(others) not in (0, OTHERS):
        fields.error(
            "other-count",
            "others",
            Text(f"别的答案有 {len(others)} 个。", f"There are {len(others)} wrong answers."),
            Text(
                f"写 {OTHERS} 个；一个也不写，就只能自己写答案。",
                f"Write {OTHERS}, or none: then it is answered by writing.",
            ),
        )
    words = [compare.normal(w) for w in (answer, *others)]
    if len(set(words)) < len(words):
        fields.error(
            "same-answer",
            "others",
            Text("别的答案和谜底重复了，或者互相重复。", "A wrong answer equals the answer or another one."),
            Text("换一个。", "Choose another one."),
        )
    for word in others:
        length(fields, "others", word, MOST["zh"]["answer"])
    if answer and not compare.normal(answer):
        fields.error(
            "no-answer",
            "answer",
            Text(f"谜底“{answer}”里没有字。", f"The answer “{answer}” has no characters."),
            Text("写一个能打出来的谜底。", "Write an answer that can be typed."),
        )


def _check_hints(fields: Fields, hints: tuple[str, ...], answer: str, most: int) -> None:
    if len(hints) > MOST_HINTS:
        fields.error(
            "too-many",
            "hint",
            Text(f"提示有 {len(hints)} 条，最多 {MOST_HINTS} 条。", f"{len(hints)} hints, at most {MOST_HINTS} fit."),
            Text("留下最好的几条。", "Keep the best ones."),
        )
    for hint in hints:
        length(fields, "hint", hint, most)
        if len(answer) > 1 and answer in hint:
            fields.findings.warn(
                "hint-tells",
                fields.file,
                fields.line("hint"),
                Text("提示里就有谜底。", "The hint says the answer."),
                Text("换一种说法。", "Say it another way."),
            )
