"""A question bank on the author's disk -> questions; every mistake in it at once, each with its line or cell."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.core.findings import Findings
from kiosk.core.text import Lang, Text
from kiosk.kinds.quiz import sheetbank, yamlbank
from kiosk.kinds.quiz.draft import Draft, build
from kiosk.kinds.quiz.model import MOST_QUESTIONS, Question

READERS = {".yaml": yamlbank.read, ".yml": yamlbank.read, ".xlsx": sheetbank.read}
MOST_BYTES = 20_000_000

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
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        findings.error(
            "unknown-bank",
            file,
            "",
            Text("题库应是 .yaml 或 .xlsx 文件。", "A bank is a .yaml or .xlsx file."),
            Text("在 Excel 或 WPS 里另存为 .xlsx。", "Save it as .xlsx in Excel or WPS."),
        )
        return ()
    data = _data(path, file, findings)
    if data is None:
        return ()
    reported = len(findings.errors)
    drafts = reader(data, file, findings)
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
    if not questions and len(findings.errors) == reported:
        findings.error(
            "empty-bank",
            file,
            "",
            Text("题库里没有题目。", "There are no questions in the bank."),
            Text("至少写一道题。", "Write at least one."),
        )
    return questions


def _data(path: Path, file: str, findings: Findings) -> bytes | None:
    try:
        if path.stat().st_size <= MOST_BYTES:
            return path.read_bytes()
        message = Text("题库文件太大。", "The bank is too big.")
        hint = Text("题库里只放文字，不放图片。", "A bank holds words only, no pictures.")
    except FileNotFoundError:
        message = Text(f"没有找到题库“{path.name}”。", f"There is no bank “{path.name}”.")
        hint = Text("把它放在 index.md 旁边，检查文件名。", "Put it beside index.md and check its name.")
    except OSError as error:
        message = Text(f"题库打不开：{error.strerror}。", f"The bank cannot be opened: {error.strerror}.")
        hint = Text("关掉正在打开它的程序再试。", "Close the program that has it open and try again.")
    findings.error("no-bank", file, "", message, hint)
    return None


def _distinct(drafts: list[Draft], lang: Lang, findings: Findings) -> tuple[Question, ...]:
    """The questions of the drafts; the second of two equal ones is a mistake, for records could not tell them apart."""
    found: dict[str, Question] = {}
    for draft in drafts:
        question = build(draft, lang, findings)
        if question is None:
            continue
        if question.id in found:
            findings.error(
                "same-question",
                draft.file,
                draft.places.get("question", draft.places.get("", "")),
                Text(f"这道题前面已经有了：{question.prompt}", f"This question is there already: {question.prompt}"),
                Text("删掉一道。", "Delete one of them."),
            )
            continue
        found[question.id] = question
    return tuple(found.values())


def _check_links(drafts: list[Draft], items: frozenset[str], findings: Findings) -> None:
    for draft in drafts:
        if draft.read and not known(draft.read, items):
            findings.error(
                "unknown-item",
                draft.file,
                draft.places.get("read", ""),
                Text(f"没有展项“{draft.read}”。", f"There is no item “{draft.read}”."),
                Text("写本包的展项名，或“包/展项”。", "Name an item of this pack, or write pack/item."),
            )


def known(link: str, items: frozenset[str]) -> bool:
    """May `link` be read? Items of other packs are looked up on the kiosk, where those packs are."""
    return not items or link in items or _ELSEWHERE.fullmatch(link) is not None
