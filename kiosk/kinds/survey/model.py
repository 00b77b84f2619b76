"""What a survey is, as it travels in a pack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from kiosk.core.errors import ContentError
from kiosk.core.smallgroup import LEAST
from kiosk.core.text import Text

Type: TypeAlias = Literal["single", "multiple", "scale", "matrix", "ranking", "text", "number"]
Compare: TypeAlias = Literal["is", "not", "least", "most", "answered"]

SMALL_GROUP = LEAST
"""Fewer people than this are never shown as a group of their own."""
MOST_QUESTIONS = 60
MOST_OPTIONS = 12
MOST_ROWS = 10
COLUMNS = (2, 5)
SCALE = (3, 7)
MOST_CHARACTERS = 300
MOST_DIGITS = 9
CHOICES = ("single", "multiple", "scale", "matrix", "ranking")
"""Types with options."""
TEN_TO = tuple(10**n for n in range(4))


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, or a line of a matrix.

    Args:
        key: what records call it, the same in every language: `A`, `B` … or the author's own word; `1` to `7` on a scale.
        text: what the visitor reads.
    """

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Test:
    """One thing that must be true of an earlier answer.

    Args:
        question: its id.
        compare: `is` and `not` look whether one of `values` was chosen; `least` and `most` compare a scale or a number.
        values: option keys; for `least` and `most` one number; empty for `answered`.
    """

    __test__ = False  # no test case, whatever pytest thinks of its name

    question: str
    compare: Compare
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """All of these must be true."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Question:
    r"""One page.

    Args:
        id: `[a-z][a-z0-9-]*`, the same in every language.
        ask: the question; `\n` where it breaks by meaning.
        note: a line under it.
        required: cannot be skipped.
        options: what can be chosen; the steps of a scale from bad to good; the columns of a matrix.
        rows: the lines of a matrix.
        least: options to choose at least; of a number its smallest value.
        most: options to choose or to rank at most; characters of a text; of a number its largest value.
        decimals: places after the point of a number.
        unit: behind a number.
        alone: options that exclude all others (以上都没有).
        last: options that stay at the end when the others are shuffled.
        shuffle: options (of a matrix: rows) are shuffled for every visitor.
        when: asked only when one of these rules holds; empty: always.
    """

    id: str
    type: Type
    ask: str
    note: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    least: int = 0
    most: int = 0
    decimals: int = 0
    unit: str = ""
    alone: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    shuffle: bool = False
    when: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a question that could not be shown.

        Raises:
            ContentError: `BAD_QUESTION`.
        """
        keys, rows = [o.key for o in self.options], [r.key for r in self.rows]
        sound = bool(self.id and self.ask.strip()) and len(set(keys)) == len(keys) and len(set(rows)) == len(rows)
        if not sound or not self._fits() or not {*self.alone, *self.last} <= set(keys):
            raise _bad("BAD_QUESTION", f"问题“{self.ask}”不完整。", f"The question “{self.ask}” is incomplete.")

    def _fits(self) -> bool:
        count = len(self.options)
        if self.type in ("single", "multiple", "ranking"):
            within = 1 <= self.least <= self.most <= count or self.type == "single"
            return 2 <= count <= MOST_OPTIONS and within
        if self.type == "scale":
            return SCALE[0] <= count <= SCALE[1]
        if self.type == "matrix":
            return COLUMNS[0] <= count <= COLUMNS[1] and 1 <= len(self.rows) <= MOST_ROWS
        if self.type == "text":
            return 1 <= self.most <= MOST_CHARACTERS
        return self.least < self.most and 0 <= self.decimals < len(TEN_TO)

    def option(self, key: str) -> str:
        """The words of an option, or its key when there is none of that key."""
        return next((o.text for o in self.options if o.key == key), key)


@dataclass(frozen=True, slots=True)
class Quota:
    """Enough is enough.

    Args:
        most: answers that are taken.
        question: with `option`: counts only the answers that chose it; empty: counts all.
    """

    most: int
    question: str = ""
    option: str = ""

    @property
    def cell(self) -> str:
        """What records call it."""
        return f"{self.question}={self.option}" if self.question else "*"


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey.

    Args:
        edition: twelve hex digits of the questions in Chinese: answers to different questions are never counted together.
        questions: in the author's order.
        results: whether whoever has answered may see what all have answered.
        results_from: answers before anything is shown, at least `SMALL_GROUP`.
        shuffle: ids of questions that trade places for every visitor.
        quotas: checked in the transaction that stores an answer.
        opens: first local day, `2026-11-01`; empty: open from the beginning.
        closes: last local day; empty: never closed.
        thanks: a sentence after the end.
        about: a sentence or two before the beginning.
    """

    edition: str
    questions: tuple[Question, ...]
    results: Literal["never", "after"] = "never"
    results_from: int = 10
    shuffle: tuple[str, ...] = ()
    quotas: tuple[Quota, ...] = ()
    opens: str = ""
    closes: str = ""
    thanks: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        """Refuse a survey that could not be walked through: nothing may refer to what is not asked before it.

        Raises:
            ContentError: `BAD_SURVEY`.
        """
        before: set[str] = set()
        sound = bool(self.questions) and self.results_from >= SMALL_GROUP
        for question in self.questions:
            refers = {test.question for rule in question.when for test in rule.tests}
            sound = sound and question.id not in before and refers <= before and not refers & set(self.shuffle)
            sound = sound and not (refers and question.id in self.shuffle)
            before.add(question.id)
        sound = sound and len(set(self.shuffle)) == len(self.shuffle) and set(self.shuffle) <= before
        sound = sound and all(map(_is_day, filter(None, (self.opens, self.closes))))
        if not sound or any(q.most < 1 or (q.question and q.question not in before) for q in self.quotas):
            raise _bad("BAD_SURVEY", "问卷的题目对不上。", "The questions of the survey do not fit together.")


def _bad(code: str, zh: str, en: str) -> ContentError:
    return ContentError(
        code, Text(zh, en), Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool.")
    )


def _is_day(said: str) -> bool:
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def text(survey: Survey) -> str:
    """Plain text for search: what is asked."""
    return "\n".join(filter(None, (survey.about, *(q.ask.replace("\n", "") for q in survey.questions))))


def seconds(survey: Survey) -> int:
    """Time for the questions that everybody is asked."""
    return sum(seconds_for(q) for q in survey.questions if not q.when)


def seconds_for(question: Question) -> int:
    """Time for one question."""
    if question.type == "matrix":
        return 5 + 5 * len(question.rows)
    return {"single": 10, "multiple": 15, "scale": 8, "ranking": 20, "number": 10, "text": 30}[question.type]
