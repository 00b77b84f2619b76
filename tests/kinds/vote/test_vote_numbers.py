"""Worker numbers, check digits, and what a card reader types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.kinds.vote import numbers
from kiosk.kinds.vote.model import LONGEST_NUMBER, Numbers
from kiosk.kinds.vote.numbers import Typing

digits = st.text("0123456789", min_size=1, max_size=15)


@pytest.mark.parametrize(
    ("rule", "typed", "fault"),
    [
        (Numbers(), "123", "short"),
        (Numbers(), "1234", ""),
        (Numbers(4, 6), "1234567", "long"),
        (Numbers(6, 6, ("10####",)), "100042", ""),
        (Numbers(6, 6, ("10####",)), "200042", "pattern"),
        (Numbers(5, 6, ("10####", "9####")), "91234", ""),
        (Numbers(check="luhn"), "79927398713", ""),
        (Numbers(check="luhn"), "79927398714", "check"),
        (Numbers(check="mod11-10"), "07945", ""),
        (Numbers(check="mod11-10"), "07954", "check"),
    ],
)
def test_which_numbers_there_can_be(rule: Numbers, typed: str, fault: str) -> None:
    assert numbers.fault(rule, typed) == fault


@given(digits, st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(base: str, place: int, by: int) -> None:
    for check, make in (("luhn", numbers.luhn), ("mod11-10", numbers.mod11_10)):
        whole = base + make(base)
        rule = Numbers(2, LONGEST_NUMBER, check=check)  # type: ignore[arg-type]
        assert numbers.fault(rule, whole) == ""
        at = place % len(whole)
        wrong = whole[:at] + str((int(whole[at]) + by) % 10) + whole[at + 1 :]
        assert numbers.fault(rule, wrong) == "check"


def typed(keys: str, gap: float, typing: Typing = Typing(), now: float = 100.0) -> tuple[Typing, float]:  # noqa: B008  frozen
    for key in keys:
        now += gap
        typing = numbers.press(typing, key, now)
    return typing, now


@given(digits)
def test_a_reader_and_a_finger_type_the_same(card: str) -> None:
    assert typed(card, 0.005)[0].digits == typed(card, 0.4)[0].digits == card


@given(st.text("0123456789", min_size=4, max_size=15), st.text("0123456789", max_size=6))
def test_a_card_drawn_over_half_typed_digits_is_the_card(card: str, half: str) -> None:
    begun, now = typed(half, 0.4)
    assert typed(card, 0.01, begun, now + 1)[0].digits == card


@given(st.text("0123456789", min_size=2, max_size=15), st.integers(1, 14), st.floats(0.08, 0.65))
def test_a_screen_that_stalls_once_loses_no_digit_of_a_card(card: str, at: int, stall: float) -> None:
    begun, now = typed(card[:at], 0.01)
    assert typed(card[at:], 0.001, begun, now + stall - 0.001)[0].digits == card


def test_what_is_no_digit_is_left_out_and_erasing_goes_back() -> None:
    typing, _ = typed("1a２٣ 2", 0.4)
    assert typing.digits == "12"
    assert numbers.erase(typing).digits == "1"
    assert numbers.erase(Typing()).digits == ""
    assert numbers.tail("100042") == "42"


@given(st.text("0123456789", max_size=200), st.floats(0, 1))
def test_the_field_never_grows_without_end(keys: str, gap: float) -> None:
    assert len(typed(keys, gap)[0].digits) <= LONGEST_NUMBER + 1
