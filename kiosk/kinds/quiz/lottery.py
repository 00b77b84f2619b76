"""A prize draw that anybody can do over again: the list and the seed are fixed before, and the slip says both.

Before the draw the list of tickets is frozen and its fingerprint shown together with that of a secret seed. The seed
alone decides every number. After the draw the seed is told, so that whoever holds the slip can compute all of it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.kinds.quiz.rules import Prize

HEAD = "先锋屏抽奖单 1"
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Nothing that is mistaken for something else when read aloud or from paper."""
CODE = 6


@dataclass(frozen=True, slots=True)
class Slip:
    """All there is to know about a draw.

    Args:
        title: of the quiz.
        tickets: a fingerprint of each eligible person; the first is ticket 1.
        prizes: first prize first.
        commitment: SHA-256 over seed and list, as hex; shown before the draw.
        seed: 64 hex digits; empty until it is told.
        numbers: tickets drawn so far, in the order of the draw.
        operator: masked form of who sealed the list; empty where nobody was asked.
        witness: masked form of who stood by.
    """

    title: str
    tickets: tuple[str, ...]
    prizes: tuple[Prize, ...]
    commitment: str
    seed: str = ""
    numbers: tuple[int, ...] = ()
    operator: str = ""
    witness: str = ""


def freeze(
    title: str, people: Sequence[str], prizes: Sequence[Prize], seed: str, operator: str = "", witness: str = ""
) -> Slip:
    """A draw that has not begun. People are sorted, so that nobody's ticket depends on their points."""
    tickets = tuple(sorted(set(people)))
    draft = Slip(title, tickets, tuple(prizes), "", operator=operator, witness=witness)
    return replace(draft, commitment=commitment(seed, draft))


def list_print(slip: Slip) -> str:
    """SHA-256 of title, tickets, prizes and the two people, as hex."""
    lines = [slip.title, *slip.tickets, *(f"{p.name}|{p.what}|{p.count}" for p in slip.prizes)]
    lines += [f"{slip.operator}|{slip.witness}"] if slip.operator or slip.witness else []
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def commitment(seed: str, slip: Slip) -> str:
    """What is shown before the draw: it fixes the seed and the list without telling the seed."""
    return hashlib.sha256(f"{seed}\n{list_print(slip)}".encode()).hexdigest()


def order(prizes: Sequence[Prize], tickets: int) -> tuple[int, ...]:
    """Index of the prize of each number to draw: the smallest prize first, and never more numbers than tickets."""
    wanted = [index for index in reversed(range(len(prizes))) for _ in range(prizes[index].count)]
    return tuple(wanted[len(wanted) - tickets :] if len(wanted) > tickets else wanted)


def shuffled(seed: str, tickets: int) -> Iterator[int]:
    """The tickets from 1 in the order in which this seed draws them: Fisher and Yates, without any bias."""
    left = list(range(1, tickets + 1))
    words = _words(seed)
    while left:
        yield left.pop(_below(len(left), words))


def drawn(seed: str, slip: Slip) -> tuple[int, ...]:
    """All numbers of the draw, in its order."""
    numbers = shuffled(seed, len(slip.tickets))
    return tuple(next(numbers) for _ in order(slip.prizes, len(slip.tickets)))


def code(key: str, ticket: int) -> str:
    """Short code for the prize of a ticket; `key` is a secret of the kiosk that is not the seed."""
    digest = hmac.new(key.encode(), f"prize {ticket}".encode(), hashlib.sha256).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:CODE])


def _words(seed: str) -> Iterator[int]:
    """64-bit numbers: HMAC-SHA256 of 0, 1, 2 ... under the seed, cut into four."""
    counter = 0
    while True:
        block = hmac.new(seed.encode(), str(counter).encode(), hashlib.sha256).digest()
        yield from (int.from_bytes(block[at : at + 8]) for at in range(0, 32, 8))
        counter += 1


def _below(limit: int, words: Iterator[int]) -> int:
    """An even choice of 0 to `limit` - 1: words beyond the last whole multiple are thrown away."""
    most = (1 << 64) // limit * limit
    return next(word for word in words if word < most) % limit
