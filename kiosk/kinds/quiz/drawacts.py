"""What is done in a draw, each act one record: seal, go on, draw, tell, hand out, name another witness, note a wrong code."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from kiosk.core.errors import KioskError
from kiosk.kinds.quiz import drawledger, lottery, signature
from kiosk.kinds.quiz.drawledger import DRAW, Held
from kiosk.kinds.quiz.presence import Named, Presence
from kiosk.kinds.quiz.rules import Rules
from kiosk.sdk.ui import Err, Result, Services

if TYPE_CHECKING:
    from kiosk.records import Rule

Done: TypeAlias = Callable[[KioskError | None], None]
"""Hears None when the record is on the disk, else why it is not."""


class DrawActs:
    """The acts of one draw.

    Args:
        uid: of the quiz.
        title: of the quiz, for the slip.
        rules: of the quiz.
        services: the house.
        random: 64 hex digits nobody can guess; tests give their own.
    """

    def __init__(self, uid: str, title: str, rules: Rules, services: Services, random: Callable[[], str]) -> None:
        self._uid = uid
        self._title = title
        self._rules = rules
        self._services = services
        self._random = random

    def seal(self, eligible: tuple[str, ...], said: Presence, done: Done) -> None:
        """Fix list and seed, in the presence of both."""
        operator, witness = _both(said)

        def keep(sign: str) -> None:
            seed = self._random()
            frozen = lottery.freeze(self._title, eligible, self._rules.prizes, seed, operator.shown, witness.shown)
            both = drawledger.signing(operator, witness, sign)
            record = drawledger.freezing(frozen, seed, secrets.token_hex(16), self._clock(), both)
            self._submit(record, done, drawledger.may_freeze(self._uid, self._rules, frozen.tickets), once="frozen")

        self._hash(said.code, keep, done)

    def swap(self, said: Presence, done: Done) -> None:
        """Another witness from now on."""
        operator, witness = _both(said)

        def keep(sign: str) -> None:
            record = {"swap": True, "time": self._stamp(), **drawledger.signing(operator, witness, sign)}
            self._submit(record, done, drawledger.may_swap(self._uid))

        self._hash(said.code, keep, done)

    def go_on(self, said: Presence, done: Done) -> None:
        """Both are there again."""
        operator, witness = _both(said)
        record = {
            "present": True, "time": self._stamp(), "operator": operator.shown, "operator_who": operator.who,
            "witness": witness.shown,
        }  # fmt: skip
        self._submit(record, done, drawledger.may_go_on(self._uid, operator, said.code))

    def draw(self, held: Held, done: Done) -> None:
        """The next number."""
        place = len(held.slip.numbers)
        number = lottery.drawn(held.seed, held.slip)[place]
        record = {"number": number, "place": place, "time": self._clock()}
        self._submit(record, done, drawledger.may_draw(self._uid, number), once=f"number {place}")

    def tell(self, done: Done) -> None:
        """The seed is public."""
        self._submit({"told": True, "time": self._clock()}, done, drawledger.may_tell(self._uid), once="told")

    def claim(self, held: Held, said: Presence, done: Done) -> None:
        """Hand a prize out. No `once`: a second claim has to hear that it is one."""
        operator, witness = _both(said)
        short = lottery.code(held.key, said.ticket)
        record = {
            "claimed": said.ticket, "code": short, "time": self._stamp(), "operator": operator.shown,
            "operator_who": operator.who, "witness": witness.shown,
        }  # fmt: skip
        self._submit(record, done, drawledger.may_claim(self._uid, said.ticket, short, operator, said.code))

    def note_wrong(self, done: Done) -> None:
        """Somebody gave a wrong code."""
        self._submit({"wrong": True, "time": self._stamp()}, done, drawledger.may_swap(self._uid))

    def _hash(self, code: str, then: Callable[[str], None], done: Done) -> None:
        """The slow hash of a code, off the GUI thread."""

        def told(result: Result[str]) -> None:
            if isinstance(result, Err):
                done(result.error)
            else:
                then(result.value)

        self._services.recorder.ask(lambda pages: signature.kept(code), told)

    def _submit(self, record: Mapping[str, Any], done: Done, rule: Rule, once: str = "") -> None:
        def told(result: Result[int]) -> None:
            done(result.error if isinstance(result, Err) else None)

        name = f"{self._uid} draw {once}" if once else ""
        self._services.recorder.submit(DRAW, self._uid, record, told, once=name, rule=rule)

    def _clock(self) -> str:
        return f"{self._services.clock.now().astimezone():%H:%M}"

    def _stamp(self) -> str:
        return f"{self._services.clock.now().astimezone():%Y-%m-%d %H:%M}"


def _both(said: Presence) -> tuple[Named, Named]:
    assert said.operator is not None
    assert said.witness is not None
    return said.operator, said.witness
