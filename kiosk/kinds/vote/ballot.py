"""The rules of voting as pure functions: may this person give this vote now?

The same functions judge a vote on the screen, inside the transaction that writes it, and again when the records are counted.
A clock that runs backwards never gives anybody more votes: a person's day is the latest one on which they voted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from kiosk.kinds.vote.model import Contest

Stage: TypeAlias = Literal["before", "open", "after", "clock"]
"""`clock`: there are dates, and the clock cannot be right."""
Refusal: TypeAlias = Literal["", "before", "after", "clock", "unknown", "same", "used", "cooling", "stale"]
"""`stale`: the vote was made ready before another one of the same voter."""
MINUTES = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens.

    Args:
        local: local wall clock, `2026-11-26T18:00`; compares as it is written.
        monotonic: seconds of the machine's clock that only goes forward; begins anew when the machine starts.
        trusted: whether `local` can be right.
    """

    local: str
    monotonic: float
    trusted: bool

    @property
    def day(self) -> str:
        """The local day, empty when it is not known."""
        return self.local[:10] if self.trusted else ""


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote as it stands in the records.

    Args:
        entry: number of the entry.
        voter: what stands for the person: the record book's hash, or a random word for a visit without identity.
        day: the day it counts for, see `day_of`.
        at, monotonic, trusted: the moment.
    """

    entry: int
    voter: str
    day: str
    at: str
    monotonic: float
    trusted: bool

    @property
    def moment(self) -> Moment:
        """When it was given."""
        return Moment(self.at, self.monotonic, self.trusted)

    def payload(self) -> dict[str, Any]:
        """For the records."""
        return asdict(self)


def moment(now: datetime, monotonic: float, *, trusted: bool) -> Moment:
    """A moment from a clock; `now` in any zone."""
    return Moment(now.astimezone().strftime(MINUTES), monotonic, trusted)


def read(payload: Mapping[str, Any]) -> Vote | None:
    """A vote from the records; None for a payload of another shape."""
    entry, monotonic, trusted = payload.get("entry"), payload.get("monotonic"), payload.get("trusted")
    words = [payload.get(key) for key in ("voter", "day", "at")]
    if isinstance(entry, bool) or not isinstance(entry, int) or not isinstance(trusted, bool):
        return None
    if isinstance(monotonic, bool) or not isinstance(monotonic, int | float):
        return None
    if not all(isinstance(word, str) for word in words) or not words[0]:
        return None
    return Vote(entry, str(words[0]), str(words[1]), str(words[2]), float(monotonic), trusted)


def stage(contest: Contest, now: Moment) -> Stage:
    """Where the contest stands."""
    if not contest.opens and not contest.closes:
        return "open"
    if not now.trusted:
        return "clock"
    if contest.opens and now.local < contest.opens:
        return "before"
    return "after" if contest.closes and now.local >= contest.closes else "open"


def day_of(mine: Sequence[Vote], now: Moment) -> str:
    """The day a person's next vote counts for: never earlier than that of a vote before."""
    return max((now.day, *(vote.day for vote in mine)))


def standing(contest: Contest, mine: Sequence[Vote], now: Moment) -> tuple[Vote, ...]:
    """Those of a person's votes that count against the limit now."""
    if contest.per != "day":
        return tuple(mine)
    today = day_of(mine, now)
    return tuple(vote for vote in mine if vote.day == today)


def left(contest: Contest, mine: Sequence[Vote], now: Moment) -> int:
    """Votes a person still has."""
    return max(0, contest.limit - len(standing(contest, mine, now)))


def cooling(contest: Contest, mine: Sequence[Vote], last: Vote | None, now: Moment) -> float:
    """Seconds until a visitor without identity may begin; 0 when nothing is to be waited for.

    A machine that was started since counts as cooled down: its monotonic clock began anew.
    """
    if contest.identity != "none" or mine or last is None or now.monotonic < last.monotonic:
        return 0.0
    return max(0.0, last.monotonic + contest.cool_down - now.monotonic)


def judge(contest: Contest, entry: int, mine: Sequence[Vote], last: Vote | None, now: Moment) -> Refusal:
    """Why a vote cannot be given; empty when it can.

    Args:
        contest: the rules.
        entry: number voted for.
        mine: this voter's votes so far.
        last: the newest vote of anybody; matters without identity only.
        now: the moment.
    """
    where = stage(contest, now)
    if where != "open":
        return where
    if all(e.number != entry for e in contest.entries):
        return "unknown"
    counted = standing(contest, mine, now)
    if any(vote.entry == entry for vote in counted):
        return "same"
    if len(counted) >= contest.limit:
        return "used"
    return "cooling" if cooling(contest, mine, last, now) > 0 else ""


def accept(contest: Contest, vote: Vote, mine: Sequence[Vote], last: Vote | None) -> Refusal:
    """`judge` for a vote that is ready to be written or stands in the records."""
    if vote.day != day_of(mine, vote.moment):
        return "stale"
    return judge(contest, vote.entry, mine, last, vote.moment)


def cast(entry: int, voter: str, mine: Sequence[Vote], now: Moment) -> Vote:
    """The vote to be recorded."""
    return Vote(entry, voter, day_of(mine, now), now.local, now.monotonic, now.trusted)
