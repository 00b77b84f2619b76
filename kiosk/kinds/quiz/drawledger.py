"""A draw in the record book: sealed, each number, the seed told, prizes handed out, and who answered for each of it.

All that a screen shows is computed from these records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.kinds.quiz import lottery, refusals, signature
from kiosk.kinds.quiz.ledger import ROUNDS
from kiosk.kinds.quiz.lottery import Slip
from kiosk.kinds.quiz.presence import Named
from kiosk.kinds.quiz.rules import Prize, Rules
from kiosk.kinds.quiz.scores import entries, people

if TYPE_CHECKING:
    from kiosk.records import Pages

DRAW = "quiz-draw"
"""Kind of the records of a draw."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A prize handed out: to which ticket, when (`YYYY-MM-DD HH:MM`), and who answered for it (masked)."""

    ticket: int
    time: str
    operator: str
    witness: str


@dataclass(frozen=True, slots=True)
class Held:
    """A draw as far as it has come.

    Args:
        slip: without the seed until it is told.
        seed: known to the kiosk from the beginning.
        key: secret of the short codes.
        times: when the list was sealed, then when each number was drawn: `HH:MM`.
        told: the seed is public.
        claims: prizes handed out.
        witness: whose signature code counts now.
        sign: what is kept of that code.
        wrong: wrong codes in a row.
    """

    slip: Slip
    seed: str
    key: str
    times: tuple[str, ...]
    told: bool
    claims: tuple[Claim, ...] = ()
    witness: Named | None = None
    sign: str = ""
    wrong: int = 0

    @property
    def whole(self) -> bool:
        """All numbers are drawn."""
        return len(self.slip.numbers) == len(lottery.order(self.slip.prizes, len(self.slip.tickets)))

    @property
    def claimed(self) -> tuple[int, ...]:
        """Tickets whose prizes were handed out."""
        return tuple(claim.ticket for claim in self.claims)

    @property
    def witnessed(self) -> bool:
        """Can the witness still sign?"""
        return bool(self.sign) and self.wrong < signature.TRIES

    def winner(self, short: str) -> int:
        """The drawn ticket of a short code; 0 for none."""
        return next((n for n in self.slip.numbers if lottery.code(self.key, n) == short), 0)

    def prize(self, ticket: int) -> Prize:
        """What a drawn ticket gets."""
        order = lottery.order(self.slip.prizes, len(self.slip.tickets))
        return self.slip.prizes[order[self.slip.numbers.index(ticket)]]


def ticket(who: str) -> str:
    """What stands for a person on the slip: enough to find oneself with the kiosk, useless without it."""
    return who[:16]


def eligible(pages: Pages, uid: str, rules: Rules) -> tuple[str, ...]:
    """Tickets of everybody with enough points."""
    board = people(entries(pages.of(ROUNDS, uid)), rules)
    return tuple(sorted({ticket(s.who) for s in board if s.points >= rules.ticket_points}))


def held(payloads: Iterable[Mapping[str, Any]]) -> Held | None:
    """The draw of the records; None before it was sealed."""
    found: Held | None = None
    for p in payloads:
        if p.get("frozen") is True:
            prizes = tuple(Prize(*prize) for prize in p["prizes"])
            slip = Slip(
                p["title"], tuple(p["tickets"]), prizes, p["commitment"],
                operator=p.get("operator", ""), witness=p.get("witness", ""),
            )  # fmt: skip
            found = replace(Held(slip, p["seed"], p["key"], (p["time"],), told=False), **_witness(p))
        elif found:
            found = _next(found, p)
    return found


def _next(found: Held, p: Mapping[str, Any]) -> Held:
    if "number" in p:
        slip = replace(found.slip, numbers=(*found.slip.numbers, p["number"]))
        return replace(found, slip=slip, times=(*found.times, p["time"]))
    if p.get("told") is True:
        return replace(found, slip=replace(found.slip, seed=found.seed), told=True)
    if "claimed" in p:
        claim = Claim(p["claimed"], p["time"], p.get("operator", ""), p.get("witness", ""))
        return replace(found, claims=(*found.claims, claim), wrong=0)
    if p.get("present") is True:
        return replace(found, wrong=0)
    if p.get("wrong") is True:
        return replace(found, wrong=found.wrong + 1)
    return replace(found, **_witness(p)) if p.get("swap") is True else found


def _witness(p: Mapping[str, Any]) -> dict[str, Any]:
    if "sign" not in p:
        return {}
    return {"witness": Named(p["witness_who"], p["witness"]), "sign": p["sign"], "wrong": 0}


def freezing(slip: Slip, seed: str, key: str, time: str, sign: Mapping[str, str]) -> dict[str, Any]:
    """The record that fixes everything; `sign` of `signing`."""
    return {
        "frozen": True, "title": slip.title, "tickets": list(slip.tickets), "commitment": slip.commitment,
        "prizes": [[p.name, p.what, p.count] for p in slip.prizes], "seed": seed, "key": key, "time": time, **sign,
    }  # fmt: skip


def signing(operator: Named, witness: Named, sign: str) -> dict[str, str]:
    """Who answers, and what is kept of the witness's code, for a record."""
    return {
        "operator": operator.shown, "operator_who": operator.who, "witness": witness.shown, "witness_who": witness.who,
        "sign": sign,
    }  # fmt: skip


def may_freeze(uid: str, rules: Rules, tickets: tuple[str, ...]) -> Callable[[Pages], None]:
    """Refuses a list that is not what the book gives in this very transaction, and an empty one."""

    def rule(pages: Pages) -> None:
        if not tickets or eligible(pages, uid, rules) != tickets:
            raise refusals.draw_changed()

    return rule


def may_draw(uid: str, number: int) -> Callable[[Pages], None]:
    """Refuses a number that the sealed seed does not give next."""

    def rule(pages: Pages) -> None:
        found = held(pages.of(DRAW, uid))
        if found is None or found.told or found.whole:
            raise refusals.draw_changed()
        if lottery.drawn(found.seed, found.slip)[len(found.slip.numbers)] != number:
            raise refusals.draw_changed()

    return rule


def may_tell(uid: str) -> Callable[[Pages], None]:
    """The seed is told only when nothing is left to draw."""

    def rule(pages: Pages) -> None:
        found = held(pages.of(DRAW, uid))
        if found is None or not found.whole:
            raise refusals.draw_changed()

    return rule


def may_go_on(uid: str, operator: Named, code: str) -> Callable[[Pages], None]:
    """Refuses without the witness's code, and an operator who is the witness."""

    def rule(pages: Pages) -> None:
        _signed(held(pages.of(DRAW, uid)), operator, code)

    return rule


def may_claim(uid: str, number: int, short: str, operator: Named, code: str) -> Callable[[Pages], None]:
    """Refuses a prize before the seed is told, to a ticket without it, a second time, and without the witness's code."""

    def rule(pages: Pages) -> None:
        found = held(pages.of(DRAW, uid))
        if found is None or not found.told or not number or found.winner(short) != number:
            raise refusals.draw_changed()
        if number in found.claimed:
            raise refusals.given(next(claim.time for claim in found.claims if claim.ticket == number))
        _signed(found, operator, code)

    return rule


def may_swap(uid: str) -> Callable[[Pages], None]:
    """Another witness may be named for a sealed draw."""

    def rule(pages: Pages) -> None:
        if held(pages.of(DRAW, uid)) is None:
            raise refusals.draw_changed()

    return rule


def _signed(found: Held | None, operator: Named, code: str) -> None:
    if found is None or found.witness is None:
        raise refusals.draw_changed()
    if not found.witnessed:
        raise refusals.code_void()
    if found.witness.who == operator.who:
        raise refusals.one_person()
    if not signature.same(code, found.sign):
        raise refusals.wrong_code(signature.TRIES - found.wrong - 1)
