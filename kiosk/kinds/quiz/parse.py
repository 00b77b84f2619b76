"""A quiz as its author keeps it: front matter, a body of a sentence or two, and the bank beside it."""

from __future__ import annotations

from dataclasses import replace

from kiosk.core.findings import Findings
from kiosk.core.source import ItemSource, no_such_item
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
    name = source.list_file("questions", BANKS)
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
            source.fields.error("unknown-item", "reads", *no_such_item(link))
    return reads


def _questions(source: ItemSource, name: str) -> tuple[Question, ...]:
    if source.lang == "zh":
        return bank.read(source.folder / name, source.beside(name), "zh", source.findings, source.item_ids)
    translated = source.in_language(name, (".yaml", ".xlsx"))
    questions = bank.read(
        source.folder / translated, source.beside(translated), source.lang, source.findings, source.item_ids
    )
    # The Chinese item reports the mistakes of its own bank.
    chinese = bank.read(source.folder / name, name, "zh", Findings())
    return _aligned(source, translated, questions, chinese)


def _aligned(
    source: ItemSource, name: str, questions: tuple[Question, ...], chinese: tuple[Question, ...]
) -> tuple[Question, ...]:
    """Translations with the ids of what they translate, so that records of both languages count together."""
    if len(questions) != len(chinese):
        if questions:
            source.findings.warn(
                "translation-length",
                source.beside(name),
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
                source.beside(name),
                "",
                Text(
                    f"第 {number} 题的题型、选项数或答案与中文题库不同。",
                    f"Question {number} differs from the Chinese bank in type, number of options or answer.",
                ),
                Text(f"核对“{ours.prompt}”。", f"Compare “{ours.prompt}”."),
            )
    return tuple(replace(ours, id=theirs.id) for ours, theirs in zip(questions, chinese, strict=True))
