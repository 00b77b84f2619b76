"""A question bank on the author's disk -> questions; every mistake in it at once, each with its line or cell."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.core.source import no_such_item
from kiosk.core.text import Lang, Text
from kiosk.kinds.quiz.draft import Draft, build
from kiosk.kinds.quiz.model import MOST_QUESTIONS, Question
from kiosk.kinds.quiz.written import SHAPE, draft
from kiosk.sdk import bank

_ELSEWHERE = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*")


def read(
    path: Path, file: str, lang: Lang, findings: Findings, items: frozenset[str] = frozenset()
) -> tuple[Question, ...]:
    """Read a bank; what is wrong is written into `findings` and left out, what is right is taken.

    Args:
        path: `questions.yaml` or `questions.xlsx`.
        file: its path inside the pack source, for findings.
        lang: language of the bank; decides the words of judge questions.
        findings: where mistakes go.
        items: ids that `read` may name, beside `pack/item`; empty: not known, anything passes.
    """
    drafts = [draft(fields) for fields in bank.read(path, file, SHAPE, findings)]
    if len(drafts) > MOST_QUESTIONS:
        findings.error(
            "too-many",
            file,
            drafts[MOST_QUESTIONS].places.get("", ""),
            Text(
                f"有 {len(drafts)} 题，最多 {MOST_QUESTIONS} 题。",
                f"There are {len(drafts)} questions, at most {MOST_QUESTIONS} fit.",
            ),
            Text("拆成几套题。", "Split them into several quizzes."),
        )
        return ()
    questions = _distinct(drafts, lang, findings)
    _check_links(drafts, items, findings)
    return questions


def _distinct(drafts: list[Draft], lang: Lang, findings: Findings) -> tuple[Question, ...]:
    """The questions of the drafts; the second of two equal ones is a mistake, for records could not tell them apart."""
    found: dict[str, Question] = {}
    for written in drafts:
        question = build(written, lang, findings)
        if question is None:
            continue
        if question.id in found:
            findings.error(
                "same-question",
                written.file,
                written.places.get("question", written.places.get("", "")),
                Text(f"这道题前面已经有了：{question.prompt}", f"This question is there already: {question.prompt}"),
                Text("删掉一道。", "Delete one of them."),
            )
            continue
        found[question.id] = question
    return tuple(found.values())


def _check_links(drafts: list[Draft], items: frozenset[str], findings: Findings) -> None:
    for written in drafts:
        if written.read and not known(written.read, items):
            place = written.places.get("read", "")
            findings.error("unknown-item", written.file, place, *no_such_item(written.read))


def known(link: str, items: frozenset[str]) -> bool:
    """May `link` be read? Items of other packs are looked up on the kiosk, where those packs are."""
    return not items or link in items or _ELSEWHERE.fullmatch(link) is not None
