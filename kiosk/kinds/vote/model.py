"""What a contest is, as it travels in a pack: its entries, its rules and its days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from kiosk.core.errors import ContentError
from kiosk.core.text import Text

Genre: TypeAlias = Literal["photo", "poem", "essay", "speech", "person"]
Identity: TypeAlias = Literal["none", "number", "card"]
Per: TypeAlias = Literal["visit", "contest", "day"]
Results: TypeAlias = Literal["closed", "live", "never"]
Check: TypeAlias = Literal["", "luhn", "mod11-10"]
GENRES: tuple[Genre, ...] = get_args(Genre)
IDENTITIES: tuple[Identity, ...] = get_args(Identity)
RESULTS: tuple[Results, ...] = get_args(Results)
CHECKS: tuple[Check, ...] = get_args(Check)

MOST_ENTRIES = 200
MOST_NUMBER = 999
MOST_VOTES = 20
LONGEST_NUMBER = 20
"""Digits of a worker number or card."""
COOL_DOWN = 120
"""Seconds between two visitors when nobody says who they are."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which worker numbers or cards there can be.

    Args:
        least, most: how many digits.
        patterns: `10####`: digits that are fixed, and `#` for any digit; empty: every number of the right length.
        check: how the last digit follows from the others; empty when it does not.
    """

    least: int = 4
    most: int = 12
    patterns: tuple[str, ...] = ()
    check: Check = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to vote for.

    Args:
        number: what it is called on the wall and in the records; it stays with the entry for ever.
        title: its name.
        by: who made it, or the unit; may be empty.
        lines: its words: a poem line by line (an empty line parts stanzas), other text paragraph by paragraph.
        picture, tile: pack paths of the whole picture and of a small one; empty without a picture.
        alt: what the picture shows.
        media: pack path of a sound or a film.
        video: it is a film.
        duration_ms: of the media; 0 when unknown.
    """

    number: int
    title: str
    by: str = ""
    lines: tuple[str, ...] = ()
    picture: str = ""
    tile: str = ""
    alt: str = ""
    media: str = ""
    video: bool = False
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class Contest:
    """A contest.

    Args:
        genre: what the entries are.
        entries: by number, ascending; empty only while people may be nominated.
        limit: votes of one person, each for another entry.
        per: for how long the limit holds: a visit, the whole contest, or a day.
        identity: who may vote: anybody, whoever has a worker number, or a card.
        numbers: which of them there can be.
        cool_down: seconds between two visitors without identity.
        opens, closes: local time, `2026-11-26T18:00`; empty: no such limit. `closes` is the first moment without votes.
        results: when counts are shown.
        nominate: people may be nominated here.
        about: a sentence or two.
    """

    genre: Genre
    entries: tuple[Entry, ...] = ()
    limit: int = 1
    per: Per = "visit"
    identity: Identity = "none"
    numbers: Numbers = Numbers()
    cool_down: int = COOL_DOWN
    opens: str = ""
    closes: str = ""
    results: Results = "closed"
    nominate: bool = False
    about: str = ""

    def __post_init__(self) -> None:
        """Refuse a contest that could not be voted in.

        Raises:
            ContentError: `BAD_CONTEST`.
        """
        numbers = [e.number for e in self.entries]
        ordered = numbers == sorted(set(numbers)) and all(1 <= n <= MOST_NUMBER for n in numbers)
        sized = len(numbers) <= MOST_ENTRIES and 1 <= self.limit <= MOST_VOTES and self.cool_down >= 0
        timed = (self.per == "visit") == (self.identity == "none")
        if not (ordered and sized and timed and (numbers or self.nominate)):
            raise ContentError(
                "BAD_CONTEST",
                Text("评选的作品或规则对不上。", "Entries and rules of the contest do not fit together."),
                Text("请用新版工具重新制作这个内容包。", "Rebuild the pack with a current tool."),
            )


def text(contest: Contest) -> str:
    """Plain text for search."""
    entries = ("\n".join((e.title, e.by, *e.lines)) for e in contest.entries)
    return "\n".join(filter(None, (contest.about, *entries)))


def seconds(contest: Contest) -> int:
    """Time to look at the entries: five seconds for each, and all that is read or heard of it."""
    words = sum(len(line) for e in contest.entries for line in e.lines)
    media = sum(e.duration_ms for e in contest.entries) // 1000
    return min(1800, 5 * len(contest.entries) + words // 5 + media)
