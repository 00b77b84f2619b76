"""What a visit was: how long, which items, how far somebody listened. Pure; times are seconds of a monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Ended: TypeAlias = Literal["idle", "home", "door", "lecture"]
"""Left in the middle, left from the entrance, gone to the administrator's pages, or an audience has come."""

SHORTEST = 1.0
"""Seconds: whoever goes through a page has not looked at it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A page on the stack.

    Args:
        key: names this very page.
        uid: the item on it, or empty.
    """

    key: int
    uid: str


@dataclass(frozen=True, slots=True)
class Seen:
    """How long a page was on top.

    Args:
        since: when it came on top; None while another page covers it.
        seconds: before that.
    """

    page: Opened
    since: float | None
    seconds: float = 0.0

    def until(self, now: float) -> float:
        """Seconds on top in all."""
        return self.seconds + (max(0.0, now - self.since) if self.since is not None else 0.0)


@dataclass(frozen=True, slots=True)
class View:
    """An item that somebody looked at."""

    uid: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit so far.

    Args:
        began: the first touch; None: nobody is here.
        pages: opened beside the entrance.
        seen: what is open, the entrance first.
    """

    began: float | None = None
    pages: int = 0
    seen: tuple[Seen, ...] = ()

    def begin(self, now: float) -> Stay:
        """Somebody has come; nothing when somebody is here."""
        return self if self.began is not None else replace(self, began=now)

    def show(self, now: float, stack: tuple[Opened, ...]) -> tuple[Stay, tuple[View, ...]]:
        """Other pages are open.

        Args:
            stack: the entrance first.

        Returns:
            The visit, and what is not looked at any more.
        """
        known = {s.page.key: s for s in self.seen}
        new = sum(p.key not in known for p in stack[1:])
        seen = []
        for place, page in enumerate(stack):
            old, top = known.get(page.key, Seen(page, None)), place == len(stack) - 1
            since = (old.since if old.since is not None else now) if top else None
            seen.append(Seen(page, since, old.seconds if top else old.until(now)))
        open_now = {p.key for p in stack}
        gone = tuple(s for s in self.seen if s.page.key not in open_now)
        after = replace(self, pages=self.pages + new, seen=tuple(seen))
        return after, _views(gone, now)

    def end(self, now: float) -> tuple[float | None, int, tuple[View, ...]]:
        """The visit is over: its seconds (None: there was none), its pages, and what was open."""
        if self.began is None:
            return None, 0, ()
        return max(0.0, now - self.began), self.pages, _views(self.seen, now)


@dataclass(frozen=True, slots=True)
class Listening:
    """One narration being heard.

    Args:
        uid: item; empty: none.
        duration: seconds of the recording.
        furthest: seconds; how far it came.
        heard: seconds of playing before `since`.
        since: when it began to play; None while it rests.
    """

    uid: str = ""
    duration: float = 0.0
    furthest: float = 0.0
    heard: float = 0.0
    since: float | None = None

    def play(self, now: float, *, on: bool) -> Listening:
        """It plays, or rests."""
        if on:
            return self if self.since is not None else replace(self, since=now)
        return replace(self, heard=self.until(now), since=None)

    def come_to(self, position: float) -> Listening:
        """The recording is at `position` seconds."""
        return replace(self, furthest=max(self.furthest, position)) if position > self.furthest else self

    def until(self, now: float) -> float:
        """Seconds heard."""
        return self.heard + (max(0.0, now - self.since) if self.since is not None else 0.0)

    @property
    def share(self) -> float | None:
        """0..1 of the recording; None where its length is not known."""
        return min(1.0, self.furthest / self.duration) if self.duration > 0 else None


def _views(seen: tuple[Seen, ...], now: float) -> tuple[View, ...]:
    return tuple(View(s.page.uid, s.until(now)) for s in seen if s.page.uid and s.until(now) >= SHORTEST)
