"""The draw is fair, fixed before it begins, and can be done over again from the slip alone."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import ContentError
from kiosk.kinds.quiz import lottery, slip
from kiosk.kinds.quiz.lottery import Slip
from kiosk.kinds.quiz.rules import Prize

PRIZES = (Prize("一等奖", "保温杯", 1), Prize("二等奖", "雨伞", 2), Prize("三等奖", "毛巾", 3))
seeds = st.binary(min_size=32, max_size=32).map(bytes.hex)
crowds = st.lists(st.text("0123456789abcdef", min_size=16, max_size=16), min_size=1, max_size=40, unique=True)


def held(people: list[str], seed: str) -> Slip:
    frozen = lottery.freeze("擂台", people, PRIZES, seed)
    return Slip(frozen.title, frozen.tickets, frozen.prizes, frozen.commitment, seed, lottery.drawn(seed, frozen))


@given(crowds, seeds)
def test_the_slip_alone_reproduces_the_draw(people: list[str], seed: str) -> None:
    done = held(people, seed)
    assert len(set(done.numbers)) == len(done.numbers) == min(6, len(people))
    assert all(1 <= number <= len(people) for number in done.numbers)
    text = slip.written(done)
    assert slip.parsed(text)[0] == done
    assert slip.mistakes(text) == ()
    assert slip.mistakes("\ufeff" + text.replace("\n", "\r\n")) == ()


@given(crowds, seeds, st.randoms(use_true_random=False))
def test_any_change_of_the_slip_is_found(people: list[str], seed: str, rng: random.Random) -> None:
    text = slip.written(held(people, seed))
    at = rng.choice([n for n, c in enumerate(text) if c.isalnum() and c.isascii()])
    other = rng.choice([c for c in "0123456789abcdef" if c != text[at]])
    try:
        assert slip.mistakes(text[:at] + other + text[at + 1 :])
    except ContentError as error:
        assert error.code == "BAD_SLIP"


@given(crowds, seeds)
def test_the_order_in_which_people_came_does_not_matter(people: list[str], seed: str) -> None:
    assert held(people, seed) == held(list(reversed(people)), seed)


def chi_square(seen: Counter[int], among: int, draws: int) -> float:
    expected = draws / among
    return sum((seen[n] - expected) ** 2 / expected for n in range(1, among + 1))


@pytest.mark.parametrize("tickets", [7, 26, 60])
def test_every_ticket_is_drawn_as_often(tickets: int) -> None:
    draws = 6000
    rng = random.Random(20261122)
    firsts: Counter[int] = Counter()
    thirds: Counter[int] = Counter()
    for _ in range(draws):
        numbers = lottery.shuffled(rng.randbytes(32).hex(), tickets)
        first, _second, third = next(numbers), next(numbers), next(numbers)
        firsts[first] += 1
        thirds[third] += 1
    # The 99.9 % point of the chi-square distribution, by Wilson and Hilferty.
    freedom = tickets - 1
    limit = freedom * (1 - 2 / (9 * freedom) + 3.09 * (2 / (9 * freedom)) ** 0.5) ** 3
    assert chi_square(firsts, tickets, draws) < limit
    assert chi_square(thirds, tickets, draws) < limit


def test_prizes_never_outnumber_tickets_and_the_first_is_kept() -> None:
    assert lottery.order(PRIZES, 100) == (2, 2, 2, 1, 1, 0)
    assert lottery.order(PRIZES, 2) == (1, 0)


def test_a_slip_without_its_seed_says_so() -> None:
    frozen = lottery.freeze("擂台", ["a", "b"], PRIZES, "00" * 32)
    assert len(slip.mistakes(slip.written(frozen))) == 1
    with pytest.raises(ContentError):
        slip.parsed("别的东西")


@given(st.text("0123456789abcdef", min_size=8), st.integers(1, 900))
def test_a_code_is_short_and_depends_on_the_ticket(key: str, ticket: int) -> None:
    made = lottery.code(key, ticket)
    assert len(made) == 6
    assert made != lottery.code(key, ticket + 1)
