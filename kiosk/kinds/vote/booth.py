"""Between the rules and the record book: what the book knows of a voter, and the rule under which a vote is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.core.text import Text
from kiosk.kinds.vote import ballot, report
from kiosk.kinds.vote.model import Contest

if TYPE_CHECKING:
    from kiosk.records import Pages, Rule

VOTE, NOMINATION = "vote", "nomination"
"""Kinds of records."""
MOST_NOMINATIONS = 3
"""Of one visit."""


class RefusedError(KioskError):
    """The rules do not allow a vote."""

    exit_code = 65

    def __init__(self, why: ballot.Refusal) -> None:
        super().__init__(
            "VOTE_REFUSED",
            Text("这一票没有投出去。", f"The vote was refused ({why})."),
            Text("请再看一遍。", "Look again."),
        )
        self.why = why


@dataclass(frozen=True, slots=True)
class Voter:
    """What the book knows of somebody.

    Args:
        said: worker number, card, or a random word for a visit without identity.
        token: what stands for it in the records.
        mine: votes of that person so far.
        last: the newest vote of anybody, in a contest without identity.
    """

    said: str
    token: str
    mine: tuple[ballot.Vote, ...] = ()
    last: ballot.Vote | None = None


def known(pages: Pages, contest: Contest, uid: str, said: str) -> Voter:
    """Look a voter up.

    Raises:
        KioskError: `NOT_ON_ROSTER`.
    """
    token = pages.person(said) if contest.identity == "none" else pages.expected(said)
    mine = (ballot.read(payload) for payload in pages.of(VOTE, uid, token))
    return Voter(said, token, tuple(v for v in mine if v), _last(pages, contest, uid))


def _last(pages: Pages, contest: Contest, uid: str) -> ballot.Vote | None:
    """The newest vote of anybody; nobody needs it where people say who they are."""
    newest = pages.latest(VOTE, uid) if contest.identity == "none" else None
    return ballot.read(newest) if newest else None


def rule(contest: Contest, uid: str, vote: ballot.Vote) -> Rule:
    """Looks at the book inside the transaction that writes the vote.

    The rule raises `RefusedError`.
    """

    def look(pages: Pages) -> None:
        mine = tuple(v for payload in pages.of(VOTE, uid, vote.voter) if (v := ballot.read(payload)))
        why = ballot.accept(contest, vote, mine, _last(pages, contest, uid))
        if why:
            raise RefusedError(why)

    return look


def counting(contest: Contest, uid: str) -> Callable[[Pages], report.Count]:
    """The running tally."""

    def count(pages: Pages) -> report.Count:
        return report.tallied(contest, pages.chosen(VOTE, uid), pages.people(VOTE, uid))

    return count


def at_most(uid: str, visit: str) -> Rule:
    """A visit nominates a few people and no more."""

    def look(pages: Pages) -> None:
        if pages.count(NOMINATION, uid, pages.person(visit)) >= MOST_NOMINATIONS:
            raise RefusedError("used")

    return look
