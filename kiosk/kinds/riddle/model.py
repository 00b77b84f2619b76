"""What a wall of lanterns is, as it travels in a pack: sets for the festivals, and riddles with all that belongs to them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

MOST_RIDDLES = 96
"""In one set; eight walls of twelve lanterns."""
MOST_SETS = 12
MOST_TRIES = 5
OTHERS = 3
"""Wrong answers beside the right one; a riddle without any is answered by writing."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days on which a set is in season, both included.

    Args:
        begins: `2027-02-06`, or `04-20` for every year.
        ends: in the same form; with month and day, an end before the beginning is in the next year.
    """

    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class RiddleSet:
    """Riddles that hang together, perhaps for a festival.

    Args:
        key: what riddles call it; empty for the only set of an item without `sets`.
        name: 元宵; empty as well.
        windows: when it is in season; empty: never, so it waits behind those that are.
    """

    key: str = ""
    name: str = ""
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """What a reader without Chinese is given beside the characters.

    Args:
        face_pinyin: the riddle with tones, clause by clause.
        face: literal translation.
        answer_pinyin: with tones.
        answer: what the answer means.
        others: pinyin and meaning of each wrong answer, joined as they are shown.
    """

    face_pinyin: str
    face: str
    answer_pinyin: str
    answer: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Riddle:
    """One lantern.

    Args:
        id: twelve hex digits made from riddle and answer in Chinese: records stay comparable while the file is edited.
        face: the riddle itself (谜面), always Chinese.
        aim: what kind of thing is looked for (谜目): 打一字.
        answer: 谜底, always Chinese.
        others: `OTHERS` wrong answers, or none.
        accept: other ways to write the answer.
        hints: given one by one when asked for.
        how: how the riddle works (解谜).
        form: a rule of the riddle's form (谜格), if it has one.
        source: where it comes from.
        read: item to go on with: `item` or `pack/item`.
        set: key of its set.
        help: in documents of other languages.
    """

    id: str
    face: str
    aim: str
    answer: str
    others: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    how: str = ""
    form: str = ""
    source: str = ""
    read: str = ""
    set: str = ""
    help: Help | None = None

    def __post_init__(self) -> None:
        """Refuse a riddle that could not be shown or judged.

        Raises:
            ContentError: `BAD_RIDDLE`.
        """
        sound = self.face.strip() and self.answer.strip() and self.answer not in self.others
        if not sound or len(self.others) not in (0, OTHERS) or len(set(self.others)) != len(self.others):
            raise _bad(
                "BAD_RIDDLE", f"谜“{self.face}”缺谜底，或选项对不上。", f"The riddle “{self.face}” is incomplete."
            )


@dataclass(frozen=True, slots=True)
class Riddles:
    """A wall of lanterns.

    Args:
        tries: guesses a visitor has at each lantern.
        sets: at least one, each with at least one riddle; in the author's order.
        riddles: of all sets, in the author's order.
        reads: items to go on with at the end.
        about: a sentence or two.
    """

    tries: int
    sets: tuple[RiddleSet, ...]
    riddles: tuple[Riddle, ...]
    reads: tuple[str, ...] = ()
    about: str = ""

    def __post_init__(self) -> None:
        """Refuse a wall without lanterns.

        Raises:
            ContentError: `BAD_RIDDLES`.
        """
        keys = [s.key for s in self.sets]
        used = {r.set for r in self.riddles}
        if not keys or len(set(keys)) != len(keys) or used != set(keys) or not 1 <= self.tries <= MOST_TRIES:
            raise _bad("BAD_RIDDLES", "灯谜与分组对不上。", "Riddles and sets do not fit together.")

    def of(self, key: str) -> tuple[Riddle, ...]:
        """The riddles of a set."""
        return tuple(r for r in self.riddles if r.set == key)


def _bad(code: str, zh: str, en: str) -> ContentError:
    return ContentError(
        code, Text(zh, en), Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool.")
    )


def riddle_id(face: str, answer: str) -> str:
    """Id of a riddle from its words."""
    return hashlib.sha256(f"{face}\n{answer}".encode()).hexdigest()[:12]


def text(riddles: Riddles) -> str:
    """Plain text for search: riddles and sets, never an answer."""
    faces = (f"{r.face}\n{r.help.face}" if r.help else r.face for r in riddles.riddles)
    return "\n".join(filter(None, (riddles.about, *(s.name for s in riddles.sets), *faces)))


def links(riddles: Riddles) -> tuple[str, ...]:
    """Items to go on with at the end, then those of single riddles."""
    return tuple(dict.fromkeys((*riddles.reads, *(r.read for r in riddles.riddles if r.read))))


def seconds(riddles: Riddles) -> int:
    """Time for the longest set, half a minute a lantern."""
    return 30 * max(len(riddles.of(s.key)) for s in riddles.sets)
