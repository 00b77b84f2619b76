"""What an innovation studio is, as it travels in a pack: its people, its results in numbers, and the help cards on its wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

ResultSort: TypeAlias = Literal["patent", "method", "tooling", "improvement", "paper", "standard", "prize"]
ResultState: TypeAlias = Literal["", "used", "trial", "retired", "granted", "pending"]
CardState: TypeAlias = Literal["open", "taken", "solved"]
Learning: TypeAlias = Literal["", "learning", "master"]

MOST_FIELDS = 8
MOST_RESULTS = 200
MOST_PEOPLE = 120
"""In the master-apprentice tree."""
MOST_GENERATIONS = 4
MOST_PAIRS = 20
MOST_PICTURES = 40
MOST_CARDS = 200
MOST_PROBLEM = {"zh": 40, "en": 90}
"""Characters of what a card asks: it must be read from two metres."""
MOST_WISH = {"zh": 24, "en": 60}
MOST_VALUE = 1_000_000


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture; `src` is a pack path, sizes are pixels of that file."""

    src: str
    alt: str
    caption: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the studio, by role, never necessarily by name.

    Args:
        role: 装配钳工.
        does: what they do here; may be empty.
    """

    role: str
    does: str = ""


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour by its exact name; the year may be empty."""

    name: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """Something the studio made.

    Args:
        name: of the patent, the method, the tool.
        sort: what kind of result it is.
        year: may be empty.
        states: whether it is used, and where its patent stands: two different questions.
        gain: what it brings, with its number: 每班少停 33 分钟. May be empty.
    """

    name: str
    sort: ResultSort
    year: str = ""
    states: tuple[ResultState, ...] = ()
    gain: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One number before and after.

    Args:
        what: 换一次模具.
        unit: 分钟.
        before, after: 0 to `MOST_VALUE`; not both 0.
        how: what made the difference, in a few words; may be empty.
    """

    what: str
    unit: str
    before: float
    after: float
    how: str = ""

    def __post_init__(self) -> None:
        """Refuse numbers that no bar can show.

        Raises:
            ContentError: `BAD_STUDIO`.
        """
        if not all(0 <= v <= MOST_VALUE for v in (self.before, self.after)) or not max(self.before, self.after) > 0:
            raise _bad(f"“{self.what}”的前后数字画不出来。", f"The numbers of “{self.what}” cannot be drawn.")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures of the same place; `what` says of what."""

    what: str
    before: Shot
    after: Shot


@dataclass(frozen=True, slots=True)
class Person:
    """One knot of the master-apprentice tree.

    Args:
        role: 装配钳工甲.
        note: since when, or what is learnt; may be empty.
        learning: `learning` (在学), `master` (出师), or empty.
        parent: place of the master in the tree; -1 for those at its head. Masters stand before their apprentices.
    """

    role: str
    note: str = ""
    learning: Learning = ""
    parent: int = -1


@dataclass(frozen=True, slots=True)
class HelpCard:
    """A problem that a team hung on the wall (求助卡), as the office published it.

    Args:
        number: 032.
        team: who asks: 三车间二班.
        problem: what is wrong.
        state: nobody has taken it, somebody has, or it is solved.
        field: one of the studio's fields; may be empty.
        wish: what they would like instead.
        hung: ISO date; may be empty.
        done: ISO date it was solved.
        note: who has taken it, or how it was solved.
    """

    number: str
    team: str
    problem: str
    state: CardState
    field: str = ""
    wish: str = ""
    hung: str = ""
    done: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Studio:
    """Content of the kind `studio`.

    Args:
        head: who leads it, by role; may be empty.
        about: a sentence or two.
        fields: what it knows about; help cards are about one of them.
        phrases: beginnings of problems to choose instead of typing them.
        office_key: public key that requests are sealed to; empty: they are kept in the record book as they are.
        sample: everything in it is invented to show what a studio looks like.
    """

    head: str = ""
    about: str = ""
    fields: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    honours: tuple[Honour, ...] = ()
    results: tuple[Result, ...] = ()
    changes: tuple[Change, ...] = ()
    pairs: tuple[Pair, ...] = ()
    tree: tuple[Person, ...] = ()
    pictures: tuple[Shot, ...] = ()
    cards: tuple[HelpCard, ...] = ()
    phrases: tuple[str, ...] = ()
    office_key: str = ""
    sample: bool = False

    def __post_init__(self) -> None:
        """Refuse a studio whose parts do not fit together.

        Raises:
            ContentError: `BAD_STUDIO`.
        """
        numbers = [c.number for c in self.cards]
        if len(set(numbers)) != len(numbers) or any(not -1 <= p.parent < n for n, p in enumerate(self.tree)):
            raise _bad("工作室的求助卡或师徒关系对不上。", "Cards or masters of the studio do not fit together.")


def _bad(zh: str, en: str) -> ContentError:
    return ContentError(
        "BAD_STUDIO", Text(zh, en), Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool.")
    )


def text(studio: Studio) -> str:
    """Plain text for search."""
    parts = [studio.head, studio.about, *studio.fields]
    parts += [p for m in studio.members for p in (m.role, m.does)] + [h.name for h in studio.honours]
    parts += [p for r in studio.results for p in (r.name, r.gain)]
    parts += [p for c in studio.changes for p in (c.what, c.how)] + [p.what for p in studio.pairs]
    parts += [p for c in studio.cards for p in (c.problem, c.wish, c.note)]
    return "\n".join(filter(None, parts)) or " "


def seconds(studio: Studio) -> int:
    """Time to look round: half a minute, and a little for each change, card and picture."""
    return 30 + 10 * (len(studio.changes) + len(studio.pairs)) + 5 * len(studio.cards) + 3 * len(studio.pictures)
