"""Which questions are asked: rules on earlier answers, looked at purely.

An answer is a tuple of words whatever the type: the chosen keys, the keys in their ranked order, of a matrix one key for
each row, a number as it is written, or the text. An empty tuple is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from kiosk.kinds.survey.model import Compare, Question, Rule, Test

Answer: TypeAlias = tuple[str, ...]

_LINE = re.compile(r"([a-z][a-z0-9-]*)\s*(?:(!=|>=|<=|=)\s*([^=<>!].*))?")
_SIGNS: dict[str, Compare] = {"=": "is", "!=": "not", ">=": "least", "<=": "most"}
_WIDE = str.maketrans(
    {"＝": "=", "≥": ">=", "≤": "<=", "≠": "!=", "！": "!", "；": ";", "，": ",", "、": ",", "｜": "|"}
)


def visible(questions: Sequence[Question], answers: Mapping[str, Answer]) -> tuple[bool, ...]:
    """For each question whether it is asked. What was answered to a question that is not asked any more counts as nothing."""
    seen: dict[str, Answer] = {}
    shown = []
    for question in questions:
        asked = not question.when or any(holds(rule, seen) for rule in question.when)
        shown.append(asked)
        if asked:
            seen[question.id] = answers.get(question.id, ())
    return tuple(shown)


def holds(rule: Rule, answers: Mapping[str, Answer]) -> bool:
    """Whether all tests of a rule are true. An unanswered question makes each of them false, `not` as well."""
    return all(_true(test, answers.get(test.question, ())) for test in rule.tests)


def _true(test: Test, answer: Answer) -> bool:
    if not any(answer):
        return False
    match test.compare:
        case "answered":
            return True
        case "is":
            return any(value in answer for value in test.values)
        case "not":
            return not any(value in answer for value in test.values)
        case "least" | "most":
            said, wanted = number(answer[0]), number(test.values[0]) if test.values else None
            if said is None or wanted is None:
                return False
            return said >= wanted if test.compare == "least" else said <= wanted


def number(words: str) -> Decimal | None:
    """A number as it was written; None when it is none."""
    try:
        said = Decimal(words)
    except InvalidOperation:
        return None
    return said if said.is_finite() else None


@dataclass(frozen=True, slots=True)
class Written:
    """One test as an author wrote it: options may still be words."""

    question: str
    compare: Compare
    values: tuple[str, ...]


def read(line: str) -> tuple[Written, ...] | None:
    """`canteen = A, B; age >= 3` as tests that must all be true; None when it is not written so."""
    tests = []
    for part in line.translate(_WIDE).split(";"):
        match = _LINE.fullmatch(part.strip())
        if match is None:
            return None
        question, sign, said = match.groups()
        values = tuple(v.strip() for v in re.split(r"[,|]", said or "") if v.strip())
        if sign and not values:
            return None
        tests.append(Written(question, _SIGNS[sign] if sign else "answered", values))
    return tuple(tests)
