"""Receipt codes tell a slip of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import receipt

DATA = st.text(alphabet=receipt.ALPHABET, min_size=8, max_size=8)


@given(DATA, st.integers(0, 8), st.sampled_from(receipt.ALPHABET))
def test_one_wrong_character_never_passes(data: str, at: int, wrong: str) -> None:
    code = receipt.with_check(data)
    assert receipt.sound(code)
    changed = code[:at] + wrong + code[at + 1 :]
    assert receipt.sound(changed) == (changed == code)


@given(DATA, st.integers(0, 8), st.integers(0, 8))
def test_two_that_changed_places_never_pass(data: str, a: int, b: int) -> None:
    letters = list(receipt.with_check(data))
    letters[a], letters[b] = letters[b], letters[a]
    changed = "".join(letters)
    assert receipt.sound(changed) == (changed == receipt.with_check(data))


def test_codes_are_fresh_and_read_back_however_they_are_typed() -> None:
    codes = {receipt.new_code() for _ in range(200)}
    assert len(codes) == 200 and all(map(receipt.sound, codes))
    code = codes.pop()
    assert receipt.normal(" - ".join(receipt.groups(code)).lower()) == code
    with pytest.raises(ValueError, match="ABC"):
        receipt.with_check("ABC")


def test_no_letter_of_a_code_can_be_taken_for_another() -> None:
    assert len(set(receipt.ALPHABET)) == len(receipt.ALPHABET) == 31
    assert not set("01ILO") & set(receipt.ALPHABET)


@given(st.text(max_size=12))
def test_anything_may_be_typed(typed: str) -> None:
    assert receipt.sound(receipt.normal(typed)) in (True, False)
