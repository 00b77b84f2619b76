"""A quiz as its author keeps it: front matter, a body of a sentence or two, and the bank beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from kiosk.core.findings import Findings
from kiosk.core.source import ItemSource
from kiosk.core.text import Text
from kiosk.kinds.quiz import bank
from kiosk.kinds.quiz.model import Question, Quiz
from kiosk.kinds.quiz.ruleparse import parse_rules

MOST_DRAWN = 100
BANKS = ("questions.yaml", "questions.xlsx")


def parse(source: ItemSource) -> Quiz | None:
    """The quiz of one language; None when there is not one good question.

    Every mistake goes into `source.findings`; questions without a mistake are taken all the same.
    """
    fields = source.fields
    draw = fields.number("draw", 10, least=1, most=MOST_DRAWN)
    seconds = fields.number("seconds", 45, most=600)
    pass_mark = fields.number("pass", -1, most=MOST_DRAWN)
    rules = parse_rules(fields)
    reads = _reads(source)
    name = _bank_name(source)
    if name is None:
        return None
    questions = _questions(source, name)
    if not questions:
        return None
    if draw > len(questions):
        message = Text(
            f"每次抽 {draw} 题，题库里能用的只有 {len(questions)} 题。",
            f"A round draws {draw}, but only {len(questions)} questions can be used.",
        )
        source.findings.warn(
            "draw-too-many",
            source.file,
            fields.line("draw"),
            message,
            Text("加题，或把 draw 改小。", "Add questions or lower draw."),
        )
        draw = len(questions)
    if pass_mark > draw:
        message = Text(
            f"要答对 {pass_mark} 题，一轮只有 {draw} 题。", f"{pass_mark} right answers wanted of {draw} questions."
        )
        fields.error("pass-too-high", "pass", message, Text("把 pass 改小。", "Lower pass."))
    if pass_mark < 0:
        pass_mark = -(-draw * 6 // 10)
    return Quiz(draw, seconds, min(pass_mark, draw), questions, reads, source.body.strip(), rules)


def _reads(source: ItemSource) -> tuple[str, ...]:
    reads = source.fields.texts("reads")
    for link in reads:
        if not bank.known(link, source.item_ids):
            source.fields.error(
                "unknown-item",
                "reads",
                Text(f"没有展项“{link}”。", f"There is no item “{link}”."),
                Text("写本包的展项名，或“包/展项”。", "Name an item of this pack, or write pack/item."),
            )
    return reads


def _bank_name(source: ItemSource) -> str | None:
    """File name of the Chinese bank; without the field, the first of `BANKS` that is there."""
    said = source.fields.text("questions", most=100)
    if not said:
        return next((name for name in BANKS if (source.folder / name).is_file()), BANKS[0])
    if "/" in said or "\\" in said or said != PurePath(said).name:
        source.fields.error(
            "bad-path",
            "questions",
            Text(f"“{said}”不是一个文件名。", f"“{said}” is not a file name."),
            Text("题库放在 index.md 旁边，只写文件名。", "Keep the bank beside index.md and write its name only."),
        )
        return None
    return said


def _questions(source: ItemSource, name: str) -> tuple[Question, ...]:
    if source.lang == "zh":
        return bank.read(source.folder / name, _beside(source, name), "zh", source.findings, source.item_ids)
    translated = _translated(source, name)
    questions = bank.read(
        source.folder / translated, _beside(source, translated), source.lang, source.findings, source.item_ids
    )
    # The Chinese item reports the mistakes of its own bank.
    chinese = bank.read(source.folder / name, name, "zh", Findings())
    return _aligned(source, translated, questions, chinese)


def _translated(source: ItemSource, name: str) -> str:
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    wanted = [f"{stem}.{source.lang}{ending}" for ending in (suffix, ".yaml", ".xlsx")]
    return next((w for w in wanted if (source.folder / w).is_file()), wanted[0])


def _beside(source: ItemSource, name: str) -> str:
    return str(PurePath(source.file).parent / name).replace("\\", "/")


def _aligned(
    source: ItemSource, name: str, questions: tuple[Question, ...], chinese: tuple[Question, ...]
) -> tuple[Question, ...]:
    """Translations with the ids of what they translate, so that records of both languages count together."""
    if len(questions) != len(chinese):
        if questions:
            source.findings.warn(
                "translation-length",
                _beside(source, name),
                "",
                Text(
                    f"译文有 {len(questions)} 题，中文有 {len(chinese)} 题。",
                    f"The translation has {len(questions)} questions, the Chinese {len(chinese)}.",
                ),
                Text("两份题库的题目和顺序应一样。", "Both banks should have the same questions in the same order."),
            )
        return questions
    for number, (ours, theirs) in enumerate(zip(questions, chinese, strict=True), 1):
        if (ours.type, ours.right, len(ours.options)) != (theirs.type, theirs.right, len(theirs.options)):
            source.findings.error(
                "translation-differs",
                _beside(source, name),
                "",
                Text(
                    f"第 {number} 题的题型、选项数或答案与中文题库不同。",
                    f"Question {number} differs from the Chinese bank in type, number of options or answer.",
                ),
                Text(f"核对“{ours.prompt}”。", f"Compare “{ours.prompt}”."),
            )
    return tuple(replace(ours, id=theirs.id) for ours, theirs in zip(questions, chinese, strict=True))
