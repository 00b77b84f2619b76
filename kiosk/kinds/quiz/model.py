"""What a quiz is, as it travels in a pack: questions with their options, right answers, explanations and sources."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.core.errors import ContentError
from kiosk.core.text import Text
from kiosk.kinds.quiz.rules import Rules

QuestionType: TypeAlias = Literal["single", "multiple", "judge", "order", "fill"]

MOST_QUESTIONS = 2000
"""A bank with more is a mistake, or belongs into several quizzes."""
LEAST_OPTIONS, MOST_OPTIONS = 2, 8


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank.

    Args:
        id: twelve hex digits made from the words of the Chinese question, so that records stay comparable while the
            bank around it is edited; the translation of a question has the same id.
        type: how it is answered.
        prompt: the question; a fill question has one blank, written `____`.
        options: in the author's order; a judge question has its two words, right first; empty for fill.
        right: indices into `options`: one for single and judge, several for multiple; for order, the right sequence.
        accepted: fill only: any of these counts.
        explain: said after the answer, right or wrong.
        source: where the explanation can be looked up.
        read: item to read about it: `item` or `pack/item`.
    """

    id: str
    type: QuestionType
    prompt: str
    options: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    accepted: tuple[str, ...] = ()
    explain: str = ""
    source: str = ""
    read: str = ""

    def __post_init__(self) -> None:
        """Refuse a question that could not be shown or judged.

        Raises:
            ContentError: `BAD_QUESTION`.
        """
        if not self._sound():
            raise ContentError(
                "BAD_QUESTION",
                Text(
                    f"题目“{self.prompt}”的选项与答案对不上。",
                    f"Options and answer of “{self.prompt}” do not fit together.",
                ),
                Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
            )

    @property
    def right_words(self) -> tuple[str, ...]:
        """The right answer as a visitor reads it; for fill, the first accepted one."""
        return self.accepted[:1] if self.type == "fill" else tuple(self.options[i] for i in self.right)

    def _sound(self) -> bool:
        if self.type == "fill":
            return bool(self.accepted) and not self.options and not self.right
        distinct = len(set(self.right)) == len(self.right)
        inside = all(0 <= i < len(self.options) for i in self.right)
        match self.type:
            case "multiple":
                wanted = len(self.right) >= 1
            case "order":
                wanted = len(self.right) == len(self.options)
            case _:
                wanted = len(self.right) == 1
        return distinct and inside and wanted and LEAST_OPTIONS <= len(self.options) <= MOST_OPTIONS


@dataclass(frozen=True, slots=True)
class Quiz:
    """A bank of questions, and how a round is played from it.

    Args:
        draw: questions in one round.
        seconds: time for each question; 0 is no clock.
        pass_mark: right answers wanted.
        questions: the whole bank, at least one.
        reads: items to go on with: `item` or `pack/item`.
        about: one or two sentences for the start page.
        rules: other ways to play, who plays, points and prizes.
    """

    draw: int
    seconds: int
    pass_mark: int
    questions: tuple[Question, ...]
    reads: tuple[str, ...] = ()
    about: str = ""
    rules: Rules = field(default_factory=Rules)

    def __post_init__(self) -> None:
        """Refuse a quiz without a round to play.

        Raises:
            ContentError: `BAD_QUIZ`.
        """
        if not (1 <= self.draw <= len(self.questions)) or self.seconds < 0 or self.pass_mark < 0:
            raise ContentError(
                "BAD_QUIZ",
                Text(
                    f"题库有 {len(self.questions)} 题，不能每次抽 {self.draw} 题。",
                    f"The bank has {len(self.questions)} questions; a round cannot draw {self.draw}.",
                ),
                Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
            )


def question_id(kind: QuestionType, prompt: str, options: tuple[str, ...]) -> str:
    """Id of a question from its words: the same words have the same id in every bank and on every kiosk."""
    return hashlib.sha256("\n".join((kind, prompt, *options)).encode()).hexdigest()[:12]


def text(quiz: Quiz) -> str:
    """Plain text for search: what is asked, and not what is right."""
    return "\n".join(filter(None, (quiz.about, *(q.prompt for q in quiz.questions))))


def links(quiz: Quiz) -> tuple[str, ...]:
    """Items to go on with, then what single questions say to read."""
    return tuple(dict.fromkeys((*quiz.reads, *(q.read for q in quiz.questions if q.read))))


def seconds(quiz: Quiz) -> int:
    """Time a round takes a visitor: half a minute for a question and its explanation, or less under a clock."""
    return quiz.draw * min(quiz.seconds or 30, 30)
