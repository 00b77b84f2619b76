"""What a suggestion box is, as it travels in a pack: whom its letters are sealed to, and what became of earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.demokey import DEMO_KEY
from kiosk.core.errors import ContentError
from kiosk.core.text import Text

State: TypeAlias = Literal["waiting", "taken", "solved", "declined"]
STATES: tuple[State, ...] = ("waiting", "taken", "solved", "declined")

MOST_TOPICS = 12
MOST_PHRASES = 12
"""Of one topic, those for all topics included."""
MOST_CASES = 500
MOST_TEXT = 500
"""Characters of a suggestion."""
BEST = 5
"""The highest rating of an answer; the lowest is 1."""
FEWEST_RATINGS = 5
"""Ratings by fewer people are not shown."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a suggestion is about.

    Args:
        key: what cases call it.
        name: 食堂.
        phrases: sentences to choose instead of typing them.
    """

    key: str
    name: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A suggestion that the office has made public, and what became of it.

    Args:
        id: number the office gave it: 2026-041.
        topic: key of a topic.
        problem: in one line, in the office's words.
        state: waiting (nobody has taken it), taken, solved, or declined with a reason in `answer`.
        received: ISO date, as are `deadline`, `answered` and `closed`; those may be empty.
        owner: department that has taken it.
        measure: what is being done.
        answer: to whoever wrote it.
        closed: day it was solved or declined; until then its days are counted.
        receipts: hashes (`code.public_hash`) of the receipt codes of those who wrote it.
    """

    id: str
    topic: str
    problem: str
    state: State
    received: str
    owner: str = ""
    measure: str = ""
    deadline: str = ""
    answer: str = ""
    answered: str = ""
    closed: str = ""
    receipts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A suggestion box.

    Args:
        office_key: public key that letters are sealed to.
        topics: at least one.
        phrases: sentences to choose under every topic.
        cases: in the order of the file.
        answer_days: days within which the office promises to answer; 0: it promises none.
        sample: its cases are invented to show what a box looks like.
        about: a sentence or two.
    """

    office_key: str
    topics: tuple[Topic, ...]
    phrases: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    answer_days: int = 0
    sample: bool = False
    about: str = ""

    def __post_init__(self) -> None:
        """Refuse a box whose parts do not fit together.

        Raises:
            ContentError: `BAD_BOX`.
        """
        topics, cases = [t.key for t in self.topics], [c.id for c in self.cases]
        whole = topics and len(set(topics)) == len(topics) and len(set(cases)) == len(cases) and self.office_key
        if not whole or any(c.topic not in topics for c in self.cases) or self.answer_days < 0:
            raise ContentError(
                "BAD_BOX",
                Text("意见箱的类别、意见和公钥对不上。", "Topics, cases and key of the box do not fit together."),
                Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
            )

    @property
    def demo(self) -> bool:
        """Everybody can open what is sealed to its key."""
        return self.office_key == DEMO_KEY

    def topic(self, key: str) -> Topic:
        """A topic by its key; the first one when there is none of that key."""
        return next((t for t in self.topics if t.key == key), self.topics[0])


def text(box: Box) -> str:
    """Plain text for search."""
    cases = (part for c in box.cases for part in (c.problem, c.measure, c.answer))
    return "\n".join(filter(None, (box.about, *(t.name for t in box.topics), *cases)))


def seconds(box: Box) -> int:
    """Time to write a suggestion and look at a few cases."""
    return 60 + 10 * min(len(box.cases), 6)
